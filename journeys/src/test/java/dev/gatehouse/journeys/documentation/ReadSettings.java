package dev.gatehouse.journeys.documentation;

import dev.gatehouse.foundation.Feature;
import dev.gatehouse.foundation.Mode;
import dev.gatehouse.foundation.SettingsSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings that the sources read, learned by running what reads them: every {@code static ... from(SettingsSource)} of
 * the main sources, and the keys that a factory asks for by its own hand.
 */
final class ReadSettings {

    private static final Pattern READER = Pattern.compile("static [\\w<>]+ from\\(SettingsSource ");
    private static final Pattern BY_HAND =
            Pattern.compile("\\.(?:text|flag|integer|number|duration|choice)\\(\\s*\"(gatehouse\\.[\\w.-]+\\w)\"");

    private final List<Method> readers;
    private final Set<String> byHand;

    private ReadSettings(List<Method> readers, Set<String> byHand) {
        this.readers = readers;
        this.byHand = byHand;
    }

    static ReadSettings ofTheSources() {
        var mainFiles = Repository.javaFiles().stream()
                .filter(file -> file.toString().contains("/src/main/java/"))
                .toList();
        var byHand = new TreeSet<String>();
        mainFiles.forEach(file -> BY_HAND.matcher(Repository.text(file))
                .results()
                .map(found -> found.group(1))
                .forEach(byHand::add));
        return new ReadSettings(
                mainFiles.stream()
                        .filter(file -> READER.matcher(Repository.text(file)).find())
                        .flatMap(ReadSettings::readers)
                        .toList(),
                byHand);
    }

    /** Every key that is asked for. */
    Set<String> keys(Map<String, String> settings) {
        var asked = new TreeSet<>(byHand);
        asked.add(Mode.KEY);
        Arrays.stream(Feature.values()).map(Feature::key).forEach(asked::add);
        var source = SettingsSource.of(
                key -> {
                    asked.add(key);
                    return settings.get(key);
                },
                settings::keySet);
        readers.forEach(reader -> read(reader, source));
        return asked;
    }

    /** What each reader makes of the settings: equal lists are equal settings. */
    List<@Nullable Object> values(Map<String, String> settings) {
        return readers.stream()
                .<@Nullable Object>map(reader -> read(reader, SettingsSource.of(settings)))
                .toList();
    }

    private static @Nullable Object read(Method reader, SettingsSource source) {
        try {
            return reader.invoke(null, source);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    reader + " refuses: " + e.getTargetException().getMessage(), e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Method> readers(Path file) {
        return Arrays.stream(load(file).getDeclaredMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getName().equals("from"))
                .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {SettingsSource.class}))
                .peek(method -> method.setAccessible(true));
    }

    private static Class<?> load(Path file) {
        var name = file.toString().replaceFirst(".*/src/main/java/", "").replaceFirst("\\.java$", "");
        try {
            return Class.forName(name.replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a module is missing from the dependencies of the journeys: " + name, e);
        }
    }
}
