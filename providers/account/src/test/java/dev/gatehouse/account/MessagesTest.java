package dev.gatehouse.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    private static final Pattern USED = Pattern.compile("\"(account(?:Mail|Page)[A-Za-z]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es"})
    void everyLanguageSaysEverythingWithTheSameValues(String language) {
        Properties english = messages("en");
        Properties translated = messages(language);

        assertThat(translated.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(translated.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es"})
    void noApostropheSwallowsAPlaceholder(String language) {
        messages(language).forEach((key, text) -> {
            assertThat(text.toString())
                    .as("%s: write ’, the formatter takes ' for a quote", key)
                    .doesNotContain("'");
            assertThat(MessageFormat.format(text.toString(), 1, 2))
                    .as(key.toString())
                    .doesNotContain("{");
        });
    }

    @Test
    void everyMessageThatIsUsedExistsAndEveryOneThatExistsIsUsed() throws IOException {
        TreeSet<String> used = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
            for (Path source : sources.filter(path -> path.toString().matches(".*\\.(java|ftl)"))
                    .toList()) {
                USED.matcher(Files.readString(source))
                        .results()
                        .map(match -> match.group(1))
                        .forEach(used::add);
            }
        }

        assertThat(used).isEqualTo(new TreeSet<>(messages("en").stringPropertyNames()));
    }

    private static java.util.Set<String> placeholders(String text) {
        TreeSet<String> found = new TreeSet<>();
        Pattern.compile("\\{\\d}").matcher(text).results().forEach(match -> found.add(match.group()));
        return found;
    }

    private static Properties messages(String language) {
        Properties messages = new Properties();
        String path = "/theme-resources/messages/messages_" + language + ".properties";
        try (InputStream stream = Objects.requireNonNull(MessagesTest.class.getResourceAsStream(path), path)) {
            messages.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return messages;
    }
}
