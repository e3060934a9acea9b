package dev.gatehouse.account.registration.jpa;

import dev.gatehouse.account.registration.Errand;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Nationalized;
import org.jspecify.annotations.Nullable;

/** An errand's row, gone once it is done. */
@Entity
@Table(name = "GATEHOUSE_ERRAND")
public class ErrandRow {
    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Enumerated(EnumType.STRING)
    @Column(name = "KIND", length = 32, nullable = false)
    private Errand.Kind kind;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId;

    @Nationalized
    @Column(name = "ADDRESS", length = 255, nullable = false)
    private String address;

    @Column(name = "REGISTRATION_ID", length = 36)
    private @Nullable String registrationId;

    @Nationalized
    @Column(name = "LINK_BASE", length = 1024, nullable = false)
    private String linkBase;

    @Column(name = "LANGUAGE", length = 35, nullable = false)
    private String language;

    @Column(name = "IP_ADDRESS", length = 64, nullable = false)
    private String ipAddress;

    @Column(name = "ATTEMPTS", nullable = false)
    private int attempts;

    @Column(name = "DUE_AT", nullable = false)
    private long dueAt;

    /** For the database mapping only. */
    @SuppressWarnings("NullAway.Init")
    protected ErrandRow() {}

    ErrandRow(Errand errand, Instant now) {
        id = errand.id();
        kind = errand.kind();
        realmId = errand.realmId();
        address = errand.address();
        registrationId = errand.registrationId();
        linkBase = errand.linkBase();
        language = errand.language();
        ipAddress = errand.ipAddress();
        dueAt = now.toEpochMilli();
    }

    Errand lend(Instant until) {
        attempts++;
        dueAt = until.toEpochMilli();
        return new Errand(id, kind, realmId, address, registrationId, linkBase, language, ipAddress);
    }
}
