package dev.gatehouse.mfa.jpa;

import dev.gatehouse.mfa.ChallengeSlot;
import dev.gatehouse.mfa.CodePurpose;
import dev.gatehouse.mfa.OtpChallenge;
import dev.gatehouse.mfa.OtpChallenge.SentCode;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A challenge's row. Written only while its factor's row is locked. */
@Entity
@Table(name = "GATEHOUSE_OTP_CHALLENGE")
public class ChallengeEntity {

    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Embedded
    private FactorId factor;

    @Enumerated(EnumType.STRING)
    @Column(name = "PURPOSE", length = 32, nullable = false)
    private CodePurpose purpose;

    @Column(name = "SESSION_ID", length = 64, nullable = false)
    private String sessionId;

    @Column(name = "EXECUTION_ID", length = 64, nullable = false)
    private String executionId;

    @Column(name = "FAILURES", nullable = false)
    private int failures;

    @Column(name = "SENT_AT", nullable = false)
    private long sentAt;

    @Column(name = "KEY_ID", length = 255, nullable = false)
    private String keyId;

    @Column(name = "DIGEST", length = 64, nullable = false)
    private String digest;

    @Column(name = "EXPIRES_AT", nullable = false)
    private long expiresAt;

    @Column(name = "EARLIER_KEY_ID", length = 255)
    private @Nullable String earlierKeyId;

    @Column(name = "EARLIER_DIGEST", length = 64)
    private @Nullable String earlierDigest;

    @Column(name = "EARLIER_EXPIRES_AT")
    private @Nullable Long earlierExpiresAt;

    /** For the database mapping only. */
    @SuppressWarnings("NullAway.Init")
    protected ChallengeEntity() {}

    @SuppressWarnings("NullAway.Init") // the rest is set by write
    ChallengeEntity(OtpChallenge challenge) {
        ChallengeSlot slot = challenge.slot();
        id = challenge.id();
        factor = FactorId.of(slot.factor());
        purpose = slot.purpose();
        sessionId = slot.sessionId();
        executionId = slot.executionId();
        write(challenge);
    }

    final void write(OtpChallenge challenge) {
        failures = challenge.failures();
        sentAt = challenge.sentAt().toEpochMilli();
        keyId = challenge.newest().keyId();
        digest = challenge.newest().digest();
        expiresAt = challenge.newest().expiresAt().toEpochMilli();
        earlierKeyId = challenge.earlier().map(SentCode::keyId).orElse(null);
        earlierDigest = challenge.earlier().map(SentCode::digest).orElse(null);
        earlierExpiresAt =
                challenge.earlier().map(code -> code.expiresAt().toEpochMilli()).orElse(null);
    }

    OtpChallenge read() {
        return new OtpChallenge(
                id,
                new ChallengeSlot(factor.key(), purpose, sessionId, executionId),
                failures,
                Instant.ofEpochMilli(sentAt),
                new SentCode(keyId, digest, Instant.ofEpochMilli(expiresAt)),
                earlier());
    }

    private Optional<SentCode> earlier() {
        return earlierKeyId == null || earlierDigest == null || earlierExpiresAt == null
                ? Optional.empty()
                : Optional.of(new SentCode(earlierKeyId, earlierDigest, Instant.ofEpochMilli(earlierExpiresAt)));
    }

    String id() {
        return id;
    }
}
