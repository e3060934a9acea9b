package dev.gatehouse.api.testing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer.
 *
 * @param path of the request: under the realm ({@code /auth/login}) or whole ({@code /realms/demo/auth/login?x=y})
 * @param requestBody absent or empty if none was sent
 * @param headers of the answer, by any spelling of their names
 * @param body of the answer, empty if there was none
 */
public record Exchange(
        String method,
        String path,
        @Nullable String requestBody,
        int status,
        Map<String, List<String>> headers,
        String body) {
    private static final Pattern UNDER_REALM = Pattern.compile("(?:https?://[^/]+)?/realms/[^/]+(/.*)");

    public Exchange {
        Matcher whole = UNDER_REALM.matcher(path);
        path = (whole.matches() ? whole.group(1) : path).replaceFirst("\\?.*", "");
        method = method.toUpperCase(Locale.ROOT);
        Map<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    @Nullable
    String header(String name) {
        List<String> values = headers.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    boolean hasRequestBody() {
        return requestBody != null && !requestBody.isEmpty();
    }

    @Override
    public String toString() {
        return method + " " + path + " " + status;
    }
}
