package dev.gatehouse.organization.invitation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The registered address that the links in mails start with. It comes from configuration only: an address out of a
 * request would let anybody have a link of ours sent to a server of theirs.
 *
 * @param value absolute, without a slash at the end
 */
public record LinkBase(String value) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** The base, if it is {@code https} (or on this machine), and has neither query, fragment nor credentials. */
    public static Optional<LinkBase> read(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        URI address;
        try {
            address = new URI(text.strip());
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
        String host = address.getHost();
        if (host == null
                || address.getRawQuery() != null
                || address.getRawFragment() != null
                || address.getRawUserInfo() != null) {
            return Optional.empty();
        }
        boolean trusted = "https".equalsIgnoreCase(address.getScheme())
                || ("http".equalsIgnoreCase(address.getScheme())
                        && THIS_MACHINE.contains(host.toLowerCase(Locale.ROOT)));
        String base = address.toString();
        return trusted
                ? Optional.of(new LinkBase(base.endsWith("/") ? base.substring(0, base.length() - 1) : base))
                : Optional.empty();
    }

    /** Where an invitation with this token is accepted. */
    public String invitation(InvitationToken token) {
        return value + "/accept-invitation?token=" + token.value();
    }
}
