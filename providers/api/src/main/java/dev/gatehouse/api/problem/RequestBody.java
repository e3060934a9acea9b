package dev.gatehouse.api.problem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.api.json.Json;
import dev.gatehouse.api.json.JsonRequest;
import dev.gatehouse.foundation.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** The body of a request as an operation's record, or the problem with it thrown. */
public final class RequestBody {
    /** The media type of a merge patch. */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    private RequestBody() {}

    public static <T extends Record> T read(InputStream body, Class<T> type) {
        return readPatch(body, type).body();
    }

    /** A merge patch (RFC 7396), where a field that is null says something else than one that is not there. */
    public static <T extends Record> Patch<T> readPatch(InputStream body, Class<T> type) {
        return good(() -> Json.read(body, type));
    }

    /** Any JSON object, for an operation whose standard leaves its fields open. */
    public static ObjectNode readOpen(InputStream body) {
        return good(() -> Json.readOpen(body)).body();
    }

    private static <T> Patch<T> good(Reading<T> reading) {
        JsonRequest<T> request;
        try {
            request = reading.read();
        } catch (IOException brokenOff) {
            throw Problem.of(ProblemType.INVALID_REQUEST).refusal();
        }
        if (request.tooLarge()) {
            throw Problem.of(ProblemType.PAYLOAD_TOO_LARGE).refusal();
        }
        return request.value()
                .map(value -> new Patch<>(value, request.sent()))
                .orElseThrow(() -> Problem.invalid(request.errors()).refusal());
    }

    /**
     * A merge patch.
     *
     * @param sent the names of the fields that were there, if only as null
     */
    public record Patch<T>(T body, Set<String> sent) {}

    @FunctionalInterface
    private interface Reading<T> {
        JsonRequest<T> read() throws IOException;
    }
}
