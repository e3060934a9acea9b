package dev.gatehouse.organization.keycloak.projection.jpa;

import dev.gatehouse.organization.projection.DirectoryEntry;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A member under one role and one term: see {@link DirectoryEntry}. */
@Entity
@Table(name = "GATEHOUSE_ORG_DIRECTORY")
@IdClass(DirectoryRow.Key.class)
public class DirectoryRow {

    @Id
    @Column(name = "ORGANIZATION_ID")
    private @Nullable String organizationId;

    @Id
    @Column(name = "ROLE_NAME")
    private @Nullable String role;

    @Id
    @Column(name = "TERM")
    private @Nullable String term;

    @Id
    @Column(name = "USER_ID")
    private @Nullable String userId;

    protected DirectoryRow() {}

    DirectoryRow(String organizationId, DirectoryEntry entry, String userId) {
        this.organizationId = organizationId;
        this.role = entry.role();
        this.term = entry.term();
        this.userId = userId;
    }

    /** The columns that are a row's identity: all. */
    record Key(
            @Nullable String organizationId,
            @Nullable String role,
            @Nullable String term,
            @Nullable String userId) implements Serializable {}
}
