package dev.gatehouse.account.registration.jpa;

import dev.gatehouse.account.registration.WaitingRegistration;
import dev.gatehouse.account.registration.WaitingRegistration.HashedPassword;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Nationalized;
import org.jspecify.annotations.Nullable;

/** A waiting registration's row. What counts tries and takes it away is done by statements, not through this. */
@Entity
@Table(name = "GATEHOUSE_REGISTRATION")
public class WaitingRegistrationRow {
    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId;

    @Nationalized
    @Column(name = "EMAIL", length = 255, nullable = false)
    private String email;

    @Column(name = "SOURCE", length = 64, nullable = false)
    private String source;

    @Column(name = "CREDENTIAL_DATA", length = 1024, nullable = false)
    private String credentialData;

    @Column(name = "SECRET_DATA", length = 1024, nullable = false)
    private String secretData;

    @Nationalized
    @Column(name = "PROFILE", nullable = false)
    private String profile;

    @Column(name = "INVITATION_ID", length = 36)
    private @Nullable String invitationId;

    @Column(name = "TOKEN_DIGEST", length = 64)
    private @Nullable String tokenDigest;

    @Column(name = "FAILURES", nullable = false)
    @SuppressWarnings("UnusedVariable") // counted by statements
    private int failures;

    @Column(name = "CREATED_AT", nullable = false)
    private long createdAt;

    @Column(name = "EXPIRES_AT", nullable = false)
    private long expiresAt;

    /** For the database mapping only. */
    @SuppressWarnings("NullAway.Init")
    protected WaitingRegistrationRow() {}

    WaitingRegistrationRow(WaitingRegistration registration) {
        id = registration.id();
        realmId = registration.realmId();
        email = registration.email();
        source = registration.source();
        credentialData = registration.password().credentialData();
        secretData = registration.password().secretData();
        profile = registration.profile();
        invitationId = registration.invitationId();
        tokenDigest = registration.tokenDigest();
        createdAt = registration.createdAt().toEpochMilli();
        expiresAt = registration.expiresAt().toEpochMilli();
    }

    WaitingRegistration read() {
        return new WaitingRegistration(
                id,
                realmId,
                email,
                source,
                new HashedPassword(credentialData, secretData),
                profile,
                invitationId,
                tokenDigest,
                Instant.ofEpochMilli(createdAt),
                Instant.ofEpochMilli(expiresAt));
    }
}
