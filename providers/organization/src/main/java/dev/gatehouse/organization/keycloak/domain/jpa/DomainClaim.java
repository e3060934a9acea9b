package dev.gatehouse.organization.keycloak.domain.jpa;

import dev.gatehouse.organization.OrganizationDomain;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * That an organization says a domain is its own. Any number of organizations may say so of one domain: a claim is no
 * more than the token by which it can be proved.
 */
@Entity
@Table(name = "GATEHOUSE_DOMAIN_CLAIM")
@IdClass(DomainClaim.Key.class)
public class DomainClaim {

    @Id
    @Column(name = "ORGANIZATION_ID")
    private @Nullable String organizationId;

    /** Without a wildcard: both forms are proved by the same record, so an organization has one of them. */
    @Id
    @Column(name = "DOMAIN_BASE")
    private @Nullable String base;

    @Column(name = "DOMAIN_NAME")
    private @Nullable String name;

    @Column(name = "TOKEN")
    private @Nullable String token;

    protected DomainClaim() {}

    DomainClaim(String organizationId, OrganizationDomain domain, String token) {
        this.organizationId = organizationId;
        this.base = domain.base().value();
        this.name = domain.name();
        this.token = token;
    }

    public String name() {
        return Objects.requireNonNull(name);
    }

    public String token() {
        return Objects.requireNonNull(token);
    }

    /** The columns that are a row's identity. */
    record Key(@Nullable String organizationId, @Nullable String base) implements Serializable {}
}
