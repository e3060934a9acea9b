package dev.gatehouse.server;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Keycloak's options as an operator gave them, each from the place that wins in Keycloak: command line, {@code KC_*}
 * environment, {@code kc.*} system properties, {@code conf/keycloak.conf}. May hold passwords: never to be logged.
 */
final class GivenOptions {
    private final Map<String, String> values;

    private GivenOptions(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    static GivenOptions of(Map<String, String> values) {
        return new GivenOptions(values);
    }

    static GivenOptions read(
            Map<String, String> commandLine, Map<String, String> environment, Properties system, Path configuration)
            throws IOException {
        Map<String, String> values = new TreeMap<>();
        String chosen = commandLine.getOrDefault(
                "config-file", environment.getOrDefault("KC_CONFIG_FILE", system.getProperty("kc.config.file", "")));
        Path file = chosen.isEmpty() ? configuration.resolve("keycloak.conf") : Path.of(chosen);
        if (Files.isRegularFile(file)) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
            properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        }
        for (String name : system.stringPropertyNames()) {
            if (name.startsWith("kc.")) {
                values.put(name.substring("kc.".length()), system.getProperty(name));
            }
        }
        values.putAll(ofEnvironment(environment));
        values.putAll(commandLine);
        return new GivenOptions(values);
    }

    /** {@code KC_HTTP_PORT} is {@code http-port}, unless {@code KCKEY_HTTP_PORT} names another key. */
    private static Map<String, String> ofEnvironment(Map<String, String> environment) {
        Map<String, String> values = new HashMap<>();
        environment.forEach((name, value) -> {
            String prefix = name.startsWith("KCRAW_") ? "KCRAW_" : "KC_";
            if (name.startsWith(prefix)) {
                String rest = name.substring(prefix.length());
                String usual = rest.toLowerCase(Locale.ROOT).replace('_', '-');
                values.put(environment.getOrDefault("KCKEY_" + rest, usual), value);
            }
        });
        return values;
    }

    boolean has(String option) {
        return values.containsKey(option);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option)).map(String::strip).filter(value -> !value.isEmpty());
    }

    boolean flag(String option, boolean defaultValue) {
        return value(option).map(Boolean::parseBoolean).orElse(defaultValue);
    }

    int number(String option, int defaultValue) {
        try {
            return value(option).map(Integer::parseInt).orElse(defaultValue);
        } catch (NumberFormatException notANumber) {
            throw new Refusal("Option --" + option + ": \"" + value(option).orElse("") + "\" is not a number");
        }
    }

    /** These options, and the defaults where nothing was given. */
    GivenOptions orElse(Map<String, String> defaults) {
        Map<String, String> all = new TreeMap<>(defaults);
        all.putAll(values);
        return new GivenOptions(all);
    }

    Map<String, String> values() {
        return values;
    }
}
