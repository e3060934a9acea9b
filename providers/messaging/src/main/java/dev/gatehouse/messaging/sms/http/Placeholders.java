package dev.gatehouse.messaging.sms.http;

import dev.gatehouse.messaging.sms.Text;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code {to}}, {@code {text}} and the like in a template. What is filled in is not looked through again. */
final class Placeholders {
    /** All there are. */
    static final Set<String> KNOWN = Set.of("to", "to-digits", "text", "from", "seconds");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z-]+)}");

    private Placeholders() {}

    static Set<String> in(String template) {
        return PLACEHOLDER
                .matcher(template)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    static Map<String, String> of(Text text, String from) {
        return Map.of(
                "to", text.to().e164(),
                "to-digits", text.to().digits(),
                "text", text.body(),
                "from", from,
                "seconds", String.valueOf(Math.max(1, text.goodFor().toSeconds())));
    }

    static String fill(String template, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll((MatchResult found) ->
                        Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }
}
