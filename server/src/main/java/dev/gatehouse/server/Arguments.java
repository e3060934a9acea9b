package dev.gatehouse.server;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The command line, sorted: {@code --gatehouse.*} settings are ours, everything else is Keycloak's.
 *
 * @param settings {@code gatehouse.*} keys and values
 * @param options Keycloak's options without their hyphens: {@code http-port}
 * @param flags what Keycloak takes without a value: {@code --import-realm}
 */
record Arguments(Map<String, String> settings, Map<String, String> options, List<String> flags) {
    private static final String SETTING = "--gatehouse.";
    private static final List<String> FLAGS =
            List.of("--optimized", "--import-realm", "--verbose", "-v", "--dry-run", "--help", "-h", "--help-all");

    Arguments {
        settings = Map.copyOf(settings);
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        flags = List.copyOf(flags);
    }

    /** Understands {@code --key=value} and {@code --key value}, as Keycloak does. */
    static Arguments parse(List<String> line) {
        Map<String, String> settings = new LinkedHashMap<>();
        Map<String, String> options = new LinkedHashMap<>();
        List<String> flags = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            String argument = line.get(i);
            if (FLAGS.contains(argument)) {
                flags.add(argument);
                continue;
            }
            if (!argument.startsWith("-")) {
                throw new Refusal("\"" + argument + "\" is not an option. Gatehouse only starts: it takes Keycloak's "
                        + "options (--http-port=8001) and its own settings (--gatehouse.mode=production). "
                        + "Keycloak's other commands are those of bin/kc.sh.");
            }
            int equals = argument.indexOf('=');
            boolean valueFollows = equals < 0 && i + 1 < line.size();
            if (equals < 0 && !valueFollows) {
                throw new Refusal("Option " + argument + " has no value: write " + argument + "=...");
            }
            String key = valueFollows ? argument : argument.substring(0, equals);
            String value = valueFollows ? line.get(++i) : argument.substring(equals + 1);
            if (key.startsWith(SETTING)) {
                settings.put(key.substring(2), value);
            } else {
                options.put(key.equals("-cf") ? "config-file" : key.replaceFirst("^-+", ""), value);
            }
        }
        return new Arguments(settings, options, flags);
    }
}
