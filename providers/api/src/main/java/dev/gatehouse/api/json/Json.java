package dev.gatehouse.api.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.gatehouse.foundation.problem.FieldError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * JSON as the contract has it: UTF-8, {@code snake_case}, times as RFC 3339. Reading is strict, so that a client learns
 * of every mistake at once instead of having it silently ignored.
 */
public final class Json {
    /** The most bytes of a request body. */
    public static final int MAX_BYTES = 64 * 1024;

    private static final int MAX_DEPTH = 16;

    private static final JsonMapper MAPPER = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance))
            .build();

    private Json() {}

    /** The body as the record that an operation asks for, or everything that is wrong with it. */
    public static <T extends Record> JsonRequest<T> read(InputStream body, Class<T> type) throws IOException {
        JsonRequest<ObjectNode> open = readOpen(body);
        ObjectNode object = open.body();
        if (object == null) {
            return new JsonRequest<>(null, open.sent(), open.errors(), open.tooLarge());
        }
        List<FieldError> errors = new ArrayList<>();
        new RecordShape(errors).check("", object, type);
        return errors.isEmpty()
                ? JsonRequest.of(MAPPER.treeToValue(object, type), open.sent())
                : JsonRequest.invalid(errors);
    }

    /** The body as any JSON object, for an operation whose standard leaves its fields open. */
    public static JsonRequest<ObjectNode> readOpen(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            return JsonRequest.oversized();
        }
        List<FieldError> errors = new ArrayList<>();
        if (tree(bytes, errors) instanceof ObjectNode object) {
            return JsonRequest.of(object, names(object));
        }
        if (errors.isEmpty()) {
            errors.add(Mistake.MALFORMED.at("", "The body has to be one JSON object."));
        }
        return JsonRequest.invalid(errors);
    }

    /** An answer's body. */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode tree(byte[] bytes, List<FieldError> errors) throws IOException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return MAPPER.readTree(text);
        } catch (CharacterCodingException notUtf8) {
            errors.add(Mistake.MALFORMED.at("", "The body is not UTF-8."));
        } catch (JsonParseException unreadable) {
            errors.add(explain(unreadable));
        } catch (JsonProcessingException unreadable) {
            errors.add(Mistake.MALFORMED.at("", "The body is not readable as JSON."));
        }
        return MAPPER.missingNode();
    }

    private static FieldError explain(JsonParseException unreadable) {
        String reason = String.valueOf(unreadable.getOriginalMessage());
        if (reason.startsWith("Duplicate") && unreadable.getProcessor() != null) {
            String pointer = unreadable
                    .getProcessor()
                    .getParsingContext()
                    .pathAsPointer()
                    .toString();
            return Mistake.DUPLICATE.at(pointer, "The field stands here twice.");
        }
        return Mistake.MALFORMED.at("", "The body is not readable as JSON.");
    }
}
