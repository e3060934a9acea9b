package dev.gatehouse.organization.keycloak.projection.jpa;

import dev.gatehouse.organization.projection.Count;
import dev.gatehouse.organization.projection.Metric;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * By how much a count of an organization changed, or what such changes came to once they were folded. The count is the
 * sum of both: who changes one only adds a row, and waits for nobody.
 */
@Entity
@Table(name = "GATEHOUSE_ORG_COUNT")
public class CountRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "ID")
    private @Nullable Long id;

    @Column(name = "ORGANIZATION_ID", nullable = false, updatable = false)
    private @Nullable String organizationId;

    @Enumerated(EnumType.STRING)
    @Column(name = "METRIC", nullable = false, updatable = false)
    private @Nullable Metric metric;

    @Column(name = "BUCKET", nullable = false, updatable = false)
    private @Nullable String bucket;

    @Column(name = "AMOUNT", nullable = false)
    private long amount;

    @Column(name = "FOLDED", nullable = false, updatable = false)
    private boolean folded;

    protected CountRow() {}

    CountRow(String organizationId, Count count, boolean folded) {
        this.organizationId = organizationId;
        this.metric = count.metric();
        this.bucket = count.bucket();
        this.amount = count.amount();
        this.folded = folded;
    }
}
