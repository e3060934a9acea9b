package dev.gatehouse.api.problem;

/** The {@code WWW-Authenticate} header of RFC 9110 with the bearer scheme of RFC 6750. */
public final class Challenge {
    private Challenge() {}

    /** For a request that carried no token, or whose token is not what was refused. */
    public static String plain(String realm) {
        return "Bearer realm=\"" + quoted(realm) + "\"";
    }

    /** Where the credentials of a client do as well (RFC 7617). */
    public static String basicToo(String realm) {
        return plain(realm) + ", Basic realm=\"" + quoted(realm) + "\"";
    }

    /** For a request whose bearer token is expired, revoked or malformed. */
    public static String invalidToken(String realm) {
        return plain(realm) + ", error=\"invalid_token\"";
    }

    private static String quoted(String text) {
        return text.replaceAll("[^\\x20-\\x7e]", "?").replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
