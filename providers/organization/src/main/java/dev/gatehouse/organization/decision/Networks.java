package dev.gatehouse.organization.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** That the subject acts from one of these networks. Where the address is not known, they do not. */
record Networks(List<Network> networks) implements Condition {

    static final Pattern FORM = Pattern.compile("network in ([^ ]+)");

    static Condition read(Matcher match) throws BadCondition {
        List<Network> networks = new ArrayList<>();
        for (String text : match.group(1).split(",", -1)) {
            networks.add(Network.read(text));
        }
        return new Networks(List.copyOf(networks));
    }

    @Override
    public boolean holds(Evaluation evaluation) {
        String text = evaluation.circumstances().address();
        Optional<NetworkAddress> address = text == null ? Optional.empty() : NetworkAddress.of(text);
        return address.isPresent() && networks.stream().anyMatch(network -> network.contains(address.get()));
    }
}
