package dev.gatehouse.api.problem;

import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.foundation.problem.ProblemType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An answer that is not a success, as a problem document (RFC 9457). Immutable. Says nothing about whether an account
 * exists and nothing of our insides: details are fixed sentences, never what an exception said.
 */
public final class Problem {
    /** {@code application/problem+json}. */
    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    /** The registered type of the rate limit draft, which has a name of its own for this. */
    private static final String QUOTA_EXCEEDED = "https://iana.org/assignments/http-problem-types#quota-exceeded";

    static final int MOST_ENTRIES = 100;

    private final ProblemType type;
    private final Map<String, Object> members;
    private final Map<String, String> headers;

    private Problem(ProblemType type, Map<String, Object> members, Map<String, String> headers) {
        this.type = type;
        this.members = members;
        this.headers = headers;
    }

    public static Problem of(ProblemType type) {
        return new Problem(type, Map.of(), Map.of());
    }

    /** {@code invalid-request} with all that is wrong. */
    public static Problem invalid(List<FieldError> errors) {
        return of(ProblemType.INVALID_REQUEST).with("errors", List.copyOf(errors));
    }

    static Problem ofStatus(int status) {
        return of(ProblemStatus.meaningOf(status));
    }

    /** A sentence about this occurrence, for the developer of the client. */
    public Problem detail(String sentence) {
        return with("detail", sentence);
    }

    /**
     * A member of this problem type's own, such as {@code attempts_left}. A list is cut off after {@value #MOST_ENTRIES}
     * entries: an answer stays short, whatever was sent.
     */
    public Problem with(String member, Object value) {
        Object kept = value instanceof List<?> list && list.size() > MOST_ENTRIES
                ? List.copyOf(list.subList(0, MOST_ENTRIES))
                : value;
        return new Problem(type, plus(members, member, kept), headers);
    }

    public Problem header(String name, String value) {
        return new Problem(type, members, plus(headers, name, value));
    }

    public ProblemType type() {
        return type;
    }

    public int status() {
        return ProblemStatus.of(type);
    }

    /** The answer to return; {@link ProblemResponses} gives it its {@code instance} on the way out. */
    public Response response() {
        Response.ResponseBuilder response =
                Response.status(status()).type(MEDIA_TYPE).entity(this);
        headers.forEach(response::header);
        return response.build();
    }

    /** The same, to be thrown where returning is not possible. Only before anything was changed. */
    public Refusal refusal() {
        return new Refusal(this);
    }

    /** The problem as a part of an answer that is a success as a whole. */
    public Map<String, Object> part() {
        Map<String, Object> part = document("");
        part.remove("instance");
        return part;
    }

    Map<String, Object> document(String instance) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", type == ProblemType.QUOTA_EXCEEDED ? QUOTA_EXCEEDED : type.uri());
        document.put("title", type.title());
        document.put("status", status());
        document.put("instance", instance);
        document.putAll(members);
        return document;
    }

    private static <V> Map<String, V> plus(Map<String, V> map, String key, V value) {
        Map<String, V> more = new LinkedHashMap<>(map);
        more.put(key, Objects.requireNonNull(value));
        return java.util.Collections.unmodifiableMap(more);
    }
}
