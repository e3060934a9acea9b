package dev.gatehouse.account.link;

import dev.gatehouse.account.OpaqueToken;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Where the links in mails lead: to the pages that an application registered, or to our own. Never to an address that a
 * request names, or anybody could have a link of ours sent to a server of theirs.
 *
 * @param base absolute, without a slash at the end
 */
public record LinkPages(String base) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Our own pages.
     *
     * @param realm the realm's address as the server tells it
     * @param isConfigured whether that comes from the configuration; if not, it is what the request said, and believed only
     *     of this machine
     */
    public static LinkPages own(URI realm, boolean isConfigured) {
        String host = realm.getHost() == null ? "" : realm.getHost().toLowerCase(Locale.ROOT);
        if (isConfigured || THIS_MACHINE.contains(host)) {
            return new LinkPages(withoutSlash(realm.toString()));
        }
        return new LinkPages(withoutSlash(
                "http://localhost" + (realm.getPort() < 0 ? "" : ":" + realm.getPort()) + realm.getRawPath()));
    }

    public String verifyEmail(OpaqueToken token) {
        return base + "/verify-email?token=" + token.value();
    }

    public String resetPassword(OpaqueToken token) {
        return base + "/reset-password?token=" + token.value();
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
