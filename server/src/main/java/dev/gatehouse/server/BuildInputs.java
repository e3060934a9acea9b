package dev.gatehouse.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that Keycloak's build step depends on: its version, the provider jars' content, the options that it bakes
 * in. Equal inputs mean that the last build step still holds; a time stamp is no input.
 *
 * @param entries what each input is, as a value or, for content and whatever refers to the environment, its digest
 */
record BuildInputs(SortedMap<String, String> entries) {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}:]+)");

    BuildInputs {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    static BuildInputs of(
            Home home, GivenOptions options, BuildTimeOptions buildTime, Function<String, @Nullable String> environment)
            throws IOException {
        SortedMap<String, String> entries = new TreeMap<>();
        entries.put("keycloak", home.keycloakVersion());
        if (Files.isDirectory(home.providers())) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(home.providers(), "*.jar")) {
                for (Path jar : jars) {
                    entries.put("providers/" + jar.getFileName(), digest(jar));
                }
            }
        }
        Path quarkus = home.configuration().resolve("quarkus.properties");
        if (Files.exists(quarkus)) {
            entries.put("conf/quarkus.properties", digest(quarkus));
        }
        options.values().forEach((option, value) -> {
            if (buildTime.contains(option)) {
                entries.put("--" + option, resolved(value, environment));
            }
        });
        return new BuildInputs(entries);
    }

    /** Empty where the file is absent, so that everything differs from it. */
    static BuildInputs read(Path file) throws IOException {
        SortedMap<String, String> entries = new TreeMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    entries.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
        }
        return new BuildInputs(entries);
    }

    void write(Path file) throws IOException {
        Files.write(
                file,
                entries.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toList());
    }

    BuildInputs with(String name, String value) {
        SortedMap<String, String> all = new TreeMap<>(entries);
        all.put(name, value);
        return new BuildInputs(all);
    }

    /** The names of the inputs that are not the same in both. */
    List<String> differences(BuildInputs other) {
        TreeSet<String> names = new TreeSet<>(entries.keySet());
        names.addAll(other.entries.keySet());
        return names.stream()
                .filter(name -> !String.valueOf(entries.get(name)).equals(String.valueOf(other.entries.get(name))))
                .collect(Collectors.toList());
    }

    static String digest(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A value that refers to the environment changes with it, and may then be a secret: its digest stands for it. */
    private static String resolved(String value, Function<String, @Nullable String> environment) {
        Matcher references = REFERENCE.matcher(value);
        StringBuilder all = new StringBuilder(value);
        while (references.find()) {
            all.append('\n').append(environment.apply(references.group(1)));
        }
        return all.length() == value.length()
                ? value.replace('\n', ' ')
                : HexFormat.of().formatHex(sha256().digest(all.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static BuildInputs of(Map<String, String> entries) {
        return new BuildInputs(new TreeMap<>(entries));
    }
}
