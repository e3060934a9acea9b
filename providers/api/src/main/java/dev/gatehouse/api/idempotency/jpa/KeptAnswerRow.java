package dev.gatehouse.api.idempotency.jpa;

import dev.gatehouse.api.idempotency.KeptAnswer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import org.hibernate.annotations.Nationalized;
import org.jspecify.annotations.Nullable;

/** One answer, or, without status, the place of one that its transaction has yet to give. */
@Entity
@Table(name = "GATEHOUSE_KEPT_ANSWER")
public class KeptAnswerRow {

    @Id
    @Column(name = "ID")
    private @Nullable String id;

    /** Milliseconds since 1970. */
    @Column(name = "CREATED_AT")
    private long createdAt;

    @Column(name = "FINGERPRINT")
    private @Nullable String fingerprint;

    @Column(name = "STATUS")
    private @Nullable Integer status;

    @Column(name = "LOCATION")
    private @Nullable String location;

    @Nationalized
    @Column(name = "BODY", length = Integer.MAX_VALUE)
    private @Nullable String body;

    protected KeptAnswerRow() {}

    KeptAnswer answer() {
        return new KeptAnswer(
                Objects.requireNonNull(fingerprint),
                Objects.requireNonNull(status),
                location,
                Objects.requireNonNull(body));
    }
}
