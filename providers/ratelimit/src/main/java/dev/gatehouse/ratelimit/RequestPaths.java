package dev.gatehouse.ratelimit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells from a request's method and path which limited operation it reaches.
 *
 * <p>Reads a path as generously as any layer behind it might: encoded letters, doubled slashes, matrix parameters, dots,
 * a trailing slash and upper case make no difference. A spelling that reaches nothing may be counted; one that reaches
 * a limited operation never goes uncounted.
 */
public final class RequestPaths {
    /** Encoded twice is already more than any layer decodes. */
    private static final int DECODINGS = 3;

    private final List<String> prefix;

    /** @param relativePath where the server has its root, such as {@code /} or {@code /auth} */
    public RequestPaths(String relativePath) {
        this.prefix = segments(relativePath, true);
    }

    /**
     * The limited operation, if the request reaches one.
     *
     * @param method the HTTP method; {@code OPTIONS} is a browser's preflight and never counted
     * @param path the path as it came, with or without query
     */
    public Optional<LimitedRequest> limitedRequest(String method, String path) {
        if (method.equals("OPTIONS")) {
            return Optional.empty();
        }
        Optional<LimitedRequest> found = read(segments(path, true));
        boolean mayHoldDots = path.indexOf('.') >= 0 || path.indexOf('%') >= 0;
        // With dots in it, the path may mean two things; whichever layer decides, it is counted.
        return found.isEmpty() && mayHoldDots ? read(segments(path, false)) : found;
    }

    private Optional<LimitedRequest> read(List<String> path) {
        int root = prefix.size();
        if (path.size() < root + 3
                || !sameIgnoringCase(path.subList(0, root), prefix)
                || !path.get(root).equalsIgnoreCase("realms")) {
            return Optional.empty();
        }
        List<String> operation = path.subList(root + 2, path.size()).stream()
                .map(segment -> segment.toLowerCase(Locale.ROOT))
                .toList();
        return operation(operation).map(found -> new LimitedRequest(path.get(root + 1), found));
    }

    private static Optional<LimitedOperation> operation(List<String> path) {
        return switch (path.get(0)) {
            case "protocol" -> openIdConnect(path);
            case "login-actions", "device", "accept-invitation", "verify-email", "reset-password" ->
                Optional.of(LimitedOperation.LOGIN_PAGES);
            case "auth" -> path.size() < 2 ? Optional.empty() : authentication(path);
            case "mfa" -> Optional.of(LimitedOperation.MFA);
            case "organizations" ->
                path.equals(List.of("organizations", "invitations", "accept"))
                        ? Optional.of(LimitedOperation.ACCEPT_INVITATION)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<LimitedOperation> openIdConnect(List<String> path) {
        if (path.size() < 3 || !path.get(1).equals("openid-connect")) {
            return Optional.empty();
        }
        return switch (path.get(2)) {
            case "auth", "registrations", "forgot-credentials" -> Optional.of(LimitedOperation.LOGIN_PAGES);
            // What lies below the token endpoint is introspection, asked by services with their own credentials.
            case "token" -> path.size() == 3 ? Optional.of(LimitedOperation.TOKEN) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<LimitedOperation> authentication(List<String> path) {
        if (path.get(1).equals("actions")) {
            return Optional.of(LimitedOperation.ACTIONS);
        }
        if (path.size() > 2) {
            return Optional.empty();
        }
        return switch (path.get(1)) {
            case "login" -> Optional.of(LimitedOperation.LOGIN);
            case "register" -> Optional.of(LimitedOperation.REGISTER);
            case "refresh" -> Optional.of(LimitedOperation.REFRESH);
            case "forgot-password" -> Optional.of(LimitedOperation.FORGOT_PASSWORD);
            case "reset-password" -> Optional.of(LimitedOperation.RESET_PASSWORD);
            case "verify-email" -> Optional.of(LimitedOperation.VERIFY_EMAIL);
            case "resend-verification" -> Optional.of(LimitedOperation.RESEND_VERIFICATION);
            default -> Optional.empty();
        };
    }

    private static List<String> segments(String path, boolean resolvingDots) {
        List<String> segments = new ArrayList<>();
        for (String segment : decoded(withoutQuery(path)).replace('\\', '/').split("/", -1)) {
            int matrix = segment.indexOf(';');
            String name = (matrix < 0 ? segment : segment.substring(0, matrix)).strip();
            if (resolvingDots && segment.equals("..")) {
                if (!segments.isEmpty()) {
                    segments.remove(segments.size() - 1);
                }
            } else if (!name.isEmpty() && !name.equals(".") && !name.equals("..")) {
                segments.add(name);
            }
        }
        return segments;
    }

    private static String withoutQuery(String path) {
        int end = path.length();
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) == '?' || path.charAt(i) == '#') {
                end = i;
                break;
            }
        }
        int authority = path.startsWith("/") ? -1 : path.indexOf("://");
        if (authority < 0 || authority > end) {
            return path.substring(0, end);
        }
        int root = path.indexOf('/', authority + 3);
        return root < 0 || root > end ? "" : path.substring(root, end);
    }

    private static String decoded(String path) {
        String decoded = path;
        for (int i = 0; i < DECODINGS && decoded.indexOf('%') >= 0; i++) {
            try {
                decoded = URLDecoder.decode(decoded.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException broken) {
                return decoded;
            }
        }
        return decoded;
    }

    private static boolean sameIgnoringCase(List<String> left, List<String> right) {
        for (int i = 0; i < right.size(); i++) {
            if (!left.get(i).equalsIgnoreCase(right.get(i))) {
                return false;
            }
        }
        return true;
    }
}
