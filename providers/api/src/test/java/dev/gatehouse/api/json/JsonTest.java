package dev.gatehouse.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gatehouse.foundation.problem.FieldError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTest {
    record Address(String city) {}

    record Person(
            @MaxLength(10) String firstName,
            @Nullable Integer age,
            @Nullable Boolean active,
            @Nullable List<String> roles,
            @MaxItems(2) @Nullable Map<String, List<String>> attributes,
            @Nullable Address address) {}

    record Patch(@Nullable String name, @Nullable Map<String, @Nullable List<String>> attributes) {}

    record Answer(Instant startedAt, @Nullable String nextCursor) {}

    @Test
    void aRightBodyIsRead() throws IOException {
        Person person = read("""
                        {"first_name": "Ada", "age": 36, "active": true, "roles": ["owner"],
                         "attributes": {"team": ["a", "b"]}, "address": {"city": "London"}}""").value().orElseThrow();

        assertThat(person)
                .isEqualTo(new Person(
                        "Ada", 36, true, List.of("owner"), Map.of("team", List.of("a", "b")), new Address("London")));
    }

    @Test
    void anOptionalFieldMayBeMissingOrNull() throws IOException {
        assertThat(read("{\"first_name\": \"Ada\", \"age\": null}").value())
                .contains(new Person("Ada", null, null, null, null, null));
    }

    @Test
    void aMergePatchKnowsWhatWasSentIfOnlyAsNull() throws IOException {
        JsonRequest<Patch> request = Json.read(
                new ByteArrayInputStream("{\"name\": null, \"attributes\": {\"gone\": null, \"tier\": [\"gold\"]}}"
                        .getBytes(StandardCharsets.UTF_8)),
                Patch.class);

        assertThat(request.sent()).containsExactlyInAnyOrder("name", "attributes");
        assertThat(request.value().orElseThrow().attributes())
                .containsEntry("tier", List.of("gold"))
                .containsEntry("gone", null);
    }

    @Test
    void onlyTheValuesThatMayBeNullMayBeNull() throws IOException {
        JsonRequest<Patch> request = Json.read(
                new ByteArrayInputStream(
                        "{\"attributes\": {\"tier\": [null], \"seats\": \"5\"}}".getBytes(StandardCharsets.UTF_8)),
                Patch.class);

        assertThat(request.errors())
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder("/attributes/tier/0", "/attributes/seats");
    }

    @Test
    void everyMistakeIsToldAtOnce() throws IOException {
        assertErrors("""
                        {"age": "36", "active": 1, "roles": ["owner", 7], "attributes": {"a/b": [null]},
                         "address": {"town": "London"}, "shoe~size": 7}""")
                .containsExactlyInAnyOrder(
                        tuple("/first_name", "required"),
                        tuple("/age", "type"),
                        tuple("/active", "type"),
                        tuple("/roles/1", "type"),
                        tuple("/attributes/a~1b/0", "type"),
                        tuple("/address/city", "required"),
                        tuple("/address/town", "unknown"),
                        tuple("/shoe~0size", "unknown"));
    }

    @Test
    void aRequiredTextIsNotEmptyAndNotTooLong() throws IOException {
        assertErrors("{\"first_name\": \"\"}").containsExactly(tuple("/first_name", "length"));
        assertErrors("{\"first_name\": \"12345678901\"}").containsExactly(tuple("/first_name", "length"));
    }

    @Test
    void aListOrAnObjectHasNoMoreEntriesThanItMay() throws IOException {
        assertErrors("{\"first_name\": \"Ada\", \"attributes\": {\"a\": [], \"b\": [\"1\", \"2\"]}}")
                .isEmpty();
        assertErrors("{\"first_name\": \"Ada\", \"attributes\": {\"a\": [], \"b\": [], \"c\": []}}")
                .containsExactly(tuple("/attributes", "length"));
        assertErrors("{\"first_name\": \"Ada\", \"attributes\": {\"a\": [\"1\", \"2\", \"3\"]}}")
                .containsExactly(tuple("/attributes/a", "length"));
    }

    @Test
    void textsThatNoDatabaseCanKeepAreRefused() throws IOException {
        assertErrors("{\"first_name\": \"a\\u0000b\"}").containsExactly(tuple("/first_name", "character"));
        assertErrors("{\"first_name\": \"\\ud800\"}").containsExactly(tuple("/first_name", "character"));
        assertThat(read("{\"first_name\": \"😀\"}").value()).isPresent();
    }

    @Test
    void aFieldMayStandOnlyOnce() throws IOException {
        assertErrors("{\"first_name\": \"Ada\", \"first_name\": \"Eve\"}")
                .containsExactly(tuple("/first_name", "duplicate"));
    }

    @Test
    void whatIsNotOneJsonObjectIsMalformed() throws IOException {
        for (String body : List.of(
                "",
                "{",
                "[]",
                "\"text\"",
                "null",
                "{} {}",
                "{'a': 1}",
                "{\"a\": NaN}",
                "[".repeat(5000),
                "{\"a\":1,}")) {
            assertErrors(body).as(body).containsExactly(tuple("", "malformed"));
        }
    }

    @Test
    void bytesThatAreNotUtf8AreMalformed() throws IOException {
        byte[] latin1 = "{\"first_name\": \"Zoë\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Json.read(new ByteArrayInputStream(latin1), Person.class).errors())
                .extracting(FieldError::code)
                .containsExactly("malformed");
    }

    @Test
    void aBodyEndsAt64KiB() throws IOException {
        String padding = " ".repeat(Json.MAX_BYTES - "{\"first_name\":\"Ada\"}".length());
        assertThat(read("{\"first_name\":\"Ada\"}" + padding).value()).isPresent();
        assertThat(read("{\"first_name\":\"Ada\"}" + padding + " ").tooLarge()).isTrue();
    }

    @Test
    void anAnswerIsSnakeCaseWithTimesInUtc() {
        assertThat(new String(Json.write(new Answer(Instant.ofEpochSecond(0), null)), StandardCharsets.UTF_8))
                .isEqualTo("{\"started_at\":\"1970-01-01T00:00:00Z\",\"next_cursor\":null}");
    }

    private static JsonRequest<Person> read(String body) throws IOException {
        return Json.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), Person.class);
    }

    private static AbstractListAssert<?, List<? extends Tuple>, Tuple, ?> assertErrors(String body) throws IOException {
        return assertThat(read(body).errors()).extracting(FieldError::pointer, FieldError::code);
    }
}
