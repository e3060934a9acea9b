package dev.gatehouse.foundation.link;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the links in mails start with: the pages that an application registered, or our own. Never an address that a request
 * names, or anybody could have a link of ours sent to a server of theirs.
 *
 * @param value absolute, without a slash at the end
 */
public record LinkBase(String value) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** What was registered, if it is {@code https} (or on this machine), and has neither query, fragment nor credentials. */
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
                || ("http".equalsIgnoreCase(address.getScheme()) && isThisMachine(host));
        return trusted ? Optional.of(new LinkBase(withoutSlash(address.toString()))) : Optional.empty();
    }

    /**
     * Our own pages.
     *
     * @param realm the realm's address as the server tells it
     * @param isConfigured whether that comes from the configuration; if not, it is what the request said, and believed only
     *     of this machine
     */
    public static LinkBase own(URI realm, boolean isConfigured) {
        if (isConfigured || (realm.getHost() != null && isThisMachine(realm.getHost()))) {
            return new LinkBase(withoutSlash(realm.toString()));
        }
        return new LinkBase(withoutSlash(
                "http://localhost" + (realm.getPort() < 0 ? "" : ":" + realm.getPort()) + realm.getRawPath()));
    }

    /** The address of a page that takes a token. */
    public String page(String name, String token) {
        return value + '/' + name + "?token=" + token;
    }

    private static boolean isThisMachine(String host) {
        return THIS_MACHINE.contains(host.toLowerCase(Locale.ROOT));
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
