package dev.gatehouse.organization.domain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a name server listens.
 *
 * @param address an IPv4 or IPv6 address in figures: a name would have to be looked up by another one
 */
public record NameServer(String address, int port) {

    private static final int USUAL_PORT = 53;
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern FORM =
            Pattern.compile("(?:(?<v4>\\d{1,3}(?:\\.\\d{1,3}){3})|\\[(?<v6>[0-9a-fA-F:.]+)\\])(?::(?<port>\\d{1,5}))?");

    static Optional<NameServer> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int port = form.group("port") == null ? USUAL_PORT : Integer.parseInt(form.group("port"));
        return port < 1 || port > HIGHEST_PORT
                ? Optional.empty()
                : Optional.of(new NameServer(form.group("v4") == null ? form.group("v6") : form.group("v4"), port));
    }
}
