package dev.gatehouse.api.problem;

import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request path that is ours: an operation of a realm. Everything else belongs to Keycloak and is left alone, its
 * administration API with the same words in its paths first of all.
 *
 * @param realm the realm's name as it stands in the path
 * @param operation the path under the realm, as the contract writes it: {@code /auth/login}
 */
public record ApiPath(String realm, String operation) {
    /** What comes after may be anything, line breaks among it. */
    private static final Pattern OURS = Pattern.compile(
            "/?realms/(?<realm>[^/]+)(?<operation>/(?:auth|mfa|organizations|users)(?:/.*)?)", Pattern.DOTALL);

    public static Optional<ApiPath> of(UriInfo uri) {
        return of(uri.getPath());
    }

    static Optional<ApiPath> of(String path) {
        Matcher match = OURS.matcher(path);
        return match.matches()
                ? Optional.of(new ApiPath(match.group("realm"), match.group("operation")))
                : Optional.empty();
    }
}
