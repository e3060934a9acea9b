package dev.gatehouse.organization.keycloak.domain.jpa;

import dev.gatehouse.organization.OrganizationDomain;
import dev.gatehouse.organization.domain.ProofState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** That an organization proved a domain. The key lets one organization of a realm have it, however many try at once. */
@Entity
@Table(name = "GATEHOUSE_PROVED_DOMAIN")
@IdClass(ProvedDomain.Key.class)
public class ProvedDomain {

    @Id
    @Column(name = "REALM_ID")
    private @Nullable String realmId;

    @Id
    @Column(name = "DOMAIN_BASE")
    private @Nullable String base;

    @Column(name = "DOMAIN_NAME")
    private @Nullable String name;

    @Column(name = "ORGANIZATION_ID")
    private @Nullable String organizationId;

    /** Milliseconds since 1970, as all times here. */
    @Column(name = "PROVED_AT")
    private long provedAt;

    @Column(name = "NEXT_CHECK_AT")
    private long nextCheckAt;

    @Column(name = "MISSING_SINCE")
    private @Nullable Long missingSince;

    @Column(name = "MISSES")
    private int misses;

    protected ProvedDomain() {}

    ProvedDomain(String realmId, String organizationId, OrganizationDomain domain, Instant now, ProofState state) {
        this.realmId = realmId;
        this.base = domain.base().value();
        this.name = domain.name();
        this.organizationId = organizationId;
        this.provedAt = now.toEpochMilli();
        set(state);
    }

    public String realmId() {
        return Objects.requireNonNull(realmId);
    }

    public String organizationId() {
        return Objects.requireNonNull(organizationId);
    }

    public String base() {
        return Objects.requireNonNull(base);
    }

    public String name() {
        return Objects.requireNonNull(name);
    }

    public Instant provedAt() {
        return Instant.ofEpochMilli(provedAt);
    }

    public ProofState state() {
        Long since = missingSince;
        return new ProofState(
                Instant.ofEpochMilli(nextCheckAt), since == null ? null : Instant.ofEpochMilli(since), misses);
    }

    public final void set(ProofState state) {
        Instant since = state.missingSince();
        nextCheckAt = state.nextCheckAt().toEpochMilli();
        missingSince = since == null ? null : since.toEpochMilli();
        misses = state.misses();
    }

    /** Takes the row out of everybody's sight for a while, so that one node alone looks after it. */
    void rest(Instant until) {
        nextCheckAt = until.toEpochMilli();
    }

    /** The columns that are a row's identity. */
    record Key(@Nullable String realmId, @Nullable String base) implements Serializable {}
}
