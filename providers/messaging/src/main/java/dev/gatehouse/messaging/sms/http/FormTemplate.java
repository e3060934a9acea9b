package dev.gatehouse.messaging.sms.http;

import dev.gatehouse.messaging.sms.Text;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fields of a form; placeholders in their values.
 *
 * @param fields decoded
 */
record FormTemplate(Map<String, String> fields) implements BodyTemplate {

    /** Empty where the text is no form. */
    static Optional<BodyTemplate> parse(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            for (String field : text.split("&", -1)) {
                int equals = field.indexOf('=');
                if (equals < 1
                        || fields.put(decode(field.substring(0, equals)), decode(field.substring(equals + 1)))
                                != null) {
                    return Optional.empty();
                }
            }
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
        return Optional.of(new FormTemplate(fields));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String contentType() {
        return Form.TYPE;
    }

    @Override
    public Set<String> placeholders() {
        return fields.values().stream()
                .flatMap(value -> Placeholders.in(value).stream())
                .collect(Collectors.toSet());
    }

    @Override
    public String fill(Text text, String from) {
        Map<String, String> values = Placeholders.of(text, from);
        Map<String, String> filled = new LinkedHashMap<>();
        fields.forEach((name, value) -> filled.put(name, Placeholders.fill(value, values)));
        return Form.encode(filled);
    }
}
