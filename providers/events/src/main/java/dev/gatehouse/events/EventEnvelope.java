package dev.gatehouse.events;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event as a CloudEvent 1.0, ready to be kept. Texts are cut to what every database takes, so that a row made from
 * it cannot fail for what somebody typed; only {@code data} is left as it is, since half a JSON text is none.
 *
 * @param id stays the same however often the event is delivered: by it a consumer knows a duplicate
 * @param source who tells: the realm, as the path of its issuer, {@code /realms/demo}
 * @param type what happened, with the version of the data's shape: {@code dev.gatehouse.user.login.v1}
 * @param time when it happened
 * @param subject whom or what it is about: the user's id, or the path of the resource that was changed
 * @param partitionKey events of one key arrive in the order in which they were written
 * @param recordedTime when the row was written
 * @param traceparent the W3C trace context of the request
 * @param data a JSON object
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md">CloudEvents 1.0</a>
 */
public record EventEnvelope(
        UUID id,
        URI source,
        String type,
        Instant time,
        @Nullable String subject,
        String partitionKey,
        Instant recordedTime,
        @Nullable String traceparent,
        String data) {

    /** What CloudEvents asks every intermediary to forward, in bytes. */
    public static final int MAXIMUM_DATA_BYTES = 64 * 1024;

    static final int MAXIMUM_SOURCE = 2400;
    static final int MAXIMUM_TYPE = 255;
    static final int MAXIMUM_SUBJECT = 512;
    static final int MAXIMUM_PARTITION_KEY = 255;
    static final int MAXIMUM_TRACEPARENT = 64;

    public EventEnvelope {
        if (source.toString().length() > MAXIMUM_SOURCE) {
            throw new IllegalArgumentException("An event's source has at most " + MAXIMUM_SOURCE + " characters");
        }
        type = StorableText.of(type, MAXIMUM_TYPE);
        subject = subject == null ? null : StorableText.of(subject, MAXIMUM_SUBJECT);
        partitionKey = StorableText.of(partitionKey, MAXIMUM_PARTITION_KEY);
        traceparent = traceparent == null ? null : StorableText.of(traceparent, MAXIMUM_TRACEPARENT);
        time = Instant.ofEpochMilli(time.toEpochMilli());
        recordedTime = Instant.ofEpochMilli(recordedTime.toEpochMilli());
    }

    /** False for data that is larger than a consumer has to take. */
    boolean fits() {
        return data.length() <= MAXIMUM_DATA_BYTES
                && data.getBytes(StandardCharsets.UTF_8).length <= MAXIMUM_DATA_BYTES;
    }
}
