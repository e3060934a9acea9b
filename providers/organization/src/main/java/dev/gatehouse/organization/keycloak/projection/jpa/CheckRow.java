package dev.gatehouse.organization.keycloak.projection.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** How far the check of an organization's projection has come, and when it was last at the end. */
@Entity
@Table(name = "GATEHOUSE_ORG_CHECK")
public class CheckRow {

    @Id
    @Column(name = "ORGANIZATION_ID")
    private @Nullable String organizationId;

    /** Milliseconds since 1970; null until the first check is at its end: until then the projection is being built. */
    @Column(name = "CHECKED_AT")
    private @Nullable Long checkedAt;

    /** Which list of members is being walked, null where no check is under way. */
    @Column(name = "STAGE")
    private @Nullable String stage;

    /** The last member that was looked at in this stage. */
    @Column(name = "AFTER_USER_ID")
    private @Nullable String after;

    /** How many members this check has looked at. */
    @Column(name = "SEEN")
    private long seen;

    /** How many of them it had to mend. */
    @Column(name = "MENDED")
    private long mended;

    protected CheckRow() {}
}
