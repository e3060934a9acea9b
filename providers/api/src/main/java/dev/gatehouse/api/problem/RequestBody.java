package dev.gatehouse.api.problem;

import dev.gatehouse.api.json.Json;
import dev.gatehouse.api.json.JsonRequest;
import dev.gatehouse.foundation.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;

/** The body of a request as an operation's record, or the problem with it thrown. */
public final class RequestBody {
    private RequestBody() {}

    public static <T extends Record> T read(InputStream body, Class<T> type) {
        JsonRequest<T> request;
        try {
            request = Json.read(body, type);
        } catch (IOException brokenOff) {
            throw Problem.of(ProblemType.INVALID_REQUEST).refusal();
        }
        if (request.tooLarge()) {
            throw Problem.of(ProblemType.PAYLOAD_TOO_LARGE).refusal();
        }
        return request.value()
                .orElseThrow(() -> Problem.invalid(request.errors()).refusal());
    }
}
