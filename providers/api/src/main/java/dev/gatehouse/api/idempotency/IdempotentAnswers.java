package dev.gatehouse.api.idempotency;

import dev.gatehouse.api.json.Json;
import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.api.problem.Refusal;
import dev.gatehouse.foundation.problem.ProblemType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@link IdempotentCreation} in terms of HTTP. */
public record IdempotentAnswers(IdempotentCreation creation) {
    private static final String NO_KEY = IdempotencyKey.HEADER
            + " has to be 1 to 255 characters of ASCII, in quotation marks if there are spaces, and may come once.";
    private static final String OTHER_BODY =
            "This " + IdempotencyKey.HEADER + " came with another body before: a new request wants a new key.";
    private static final String BUSY =
            "The first request with this " + IdempotencyKey.HEADER + " is still being answered.";

    /** @param operation does what the body asks for, and answers */
    public Response once(String header, InputStream body, Function<InputStream, Response> operation) {
        IdempotencyKey key = IdempotencyKey.parse(header)
                .orElseThrow(() ->
                        Problem.of(ProblemType.INVALID_REQUEST).detail(NO_KEY).refusal());
        byte[] sent = read(body);
        Attempt attempt = creation.begin(key, sent);
        return switch (attempt.status()) {
            case FIRST -> first(attempt, () -> operation.apply(new ByteArrayInputStream(sent)));
            case ANSWERED -> again(Objects.requireNonNull(attempt.answer()));
            case OTHER_BODY ->
                Problem.of(ProblemType.IDEMPOTENCY_KEY_REUSED)
                        .detail(OTHER_BODY)
                        .response();
            case BUSY ->
                Problem.of(ProblemType.CONFLICT)
                        .detail(BUSY)
                        .header("Retry-After", "1")
                        .response();
        };
    }

    private Response first(Attempt attempt, Supplier<Response> operation) {
        Response answer;
        try {
            answer = operation.get();
        } catch (Refusal refusal) {
            creation.refused(attempt);
            throw refusal;
        }
        if (answer.getStatus() < 300) {
            URI location = answer.getLocation();
            creation.succeeded(
                    attempt,
                    answer.getStatus(),
                    location == null ? null : location.toString(),
                    new String((byte[]) answer.getEntity(), StandardCharsets.UTF_8));
        } else {
            creation.refused(attempt);
        }
        return answer;
    }

    private static Response again(KeptAnswer kept) {
        Response.ResponseBuilder answer = Response.status(kept.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(kept.body().getBytes(StandardCharsets.UTF_8));
        String location = kept.location();
        return location == null
                ? answer.build()
                : answer.location(URI.create(location)).build();
    }

    /** One byte more than is allowed, so that who reads it sees that it is too large. */
    private static byte[] read(InputStream body) {
        try {
            return body.readNBytes(Json.MAX_BYTES + 1);
        } catch (IOException brokenOff) {
            throw Problem.of(ProblemType.INVALID_REQUEST).refusal();
        }
    }
}
