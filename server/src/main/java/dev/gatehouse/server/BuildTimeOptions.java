package dev.gatehouse.server;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Which of Keycloak's options its build step bakes in. Asked of the very distribution that starts (its {@code Option}s
 * know it), so that a new Keycloak version needs no list kept here.
 */
final class BuildTimeOptions {
    private static final String OPTIONS_JAR = "org.keycloak.keycloak-config-api-";
    private static final String OPTIONS_CLASS = "org/keycloak/config/.*Options\\.class";

    private final Map<String, Boolean> known;

    private BuildTimeOptions(Map<String, Boolean> known) {
        this.known = known;
    }

    /** @param known names as Keycloak writes them, {@code db-kind-<datasource>} included; true where built in */
    static BuildTimeOptions of(Map<String, Boolean> known) {
        return new BuildTimeOptions(Map.copyOf(known));
    }

    static BuildTimeOptions of(Home home) throws IOException {
        List<URL> jars = new ArrayList<>();
        Path options = null;
        for (String part : List.of("boot", "main")) {
            try (DirectoryStream<Path> files =
                    Files.newDirectoryStream(home.keycloakJars().resolve(part), "*.jar")) {
                for (Path file : files) {
                    jars.add(file.toUri().toURL());
                    if (file.getFileName().toString().startsWith(OPTIONS_JAR)) {
                        options = file;
                    }
                }
            }
        }
        if (options == null) {
            throw new IOException("No " + OPTIONS_JAR + "*.jar in " + home.keycloakJars());
        }
        try (URLClassLoader classes =
                new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            return new BuildTimeOptions(ask(classes, options));
        } catch (ReflectiveOperationException changed) {
            throw new IOException("Keycloak's options cannot be read from " + options, changed);
        }
    }

    private static Map<String, Boolean> ask(ClassLoader classes, Path jar)
            throws IOException, ReflectiveOperationException {
        Class<?> option = classes.loadClass("org.keycloak.config.Option");
        Method key = option.getMethod("getKey");
        Method isBuildTime = option.getMethod("isBuildTime");
        Map<String, Boolean> known = new HashMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<String> holders = zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.matches(OPTIONS_CLASS))
                    .toList();
            for (String holder : holders) {
                Class<?> type = classes.loadClass(
                        holder.substring(0, holder.length() - ".class".length()).replace('/', '.'));
                for (Field field : type.getFields()) {
                    if (Modifier.isStatic(field.getModifiers()) && option.isAssignableFrom(field.getType())) {
                        Object value = field.get(null);
                        known.put((String) key.invoke(value), (Boolean) isBuildTime.invoke(value));
                    }
                }
            }
        }
        return known;
    }

    boolean contains(String option) {
        Boolean exactly = known.get(option);
        if (exactly != null) {
            return exactly;
        }
        return isProviderChoice(option)
                || known.entrySet().stream().anyMatch(entry -> entry.getValue() && isNamed(entry.getKey(), option));
    }

    /** Provider choices are no {@code Option}s; Keycloak tells them by their ending. */
    private static boolean isProviderChoice(String option) {
        return option.startsWith("spi-")
                && (option.endsWith("-provider")
                        || option.endsWith("-enabled")
                        || option.endsWith("-provider-default"));
    }

    /** {@code db-kind-users} is {@code db-kind-<datasource>}. */
    private static boolean isNamed(String pattern, String option) {
        int variable = pattern.indexOf('<');
        return variable > 0 && option.length() > variable && option.startsWith(pattern.substring(0, variable));
    }
}
