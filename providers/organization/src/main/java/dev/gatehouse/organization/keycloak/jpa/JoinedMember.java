package dev.gatehouse.organization.keycloak.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What Gatehouse knows of a member beyond Keycloak's membership: since when, the latest login into the organization,
 * whether there is a second factor.
 */
@Entity
@Table(name = "GATEHOUSE_ORGANIZATION_MEMBER")
@IdClass(JoinedMember.Key.class)
public class JoinedMember {

    @Id
    @Column(name = "ORGANIZATION_ID")
    private @Nullable String organizationId;

    @Id
    @Column(name = "USER_ID")
    private @Nullable String userId;

    /** Milliseconds since 1970, unknown for who joined before Gatehouse was turned on. */
    @Column(name = "JOINED_AT")
    private @Nullable Long joinedAt;

    /** Milliseconds since 1970. */
    @Column(name = "LAST_LOGIN_AT")
    private @Nullable Long lastLoginAt;

    /** The day of the latest login, under which the member is counted as active. */
    @Column(name = "ACTIVE_DAY")
    private @Nullable String activeDay;

    @Column(name = "SECOND_FACTOR", nullable = false)
    private boolean secondFactor;

    /** Whether directory and counts know of this member. */
    @Column(name = "COUNTED", nullable = false)
    private boolean counted;

    protected JoinedMember() {}

    public String userId() {
        return Objects.requireNonNull(userId);
    }

    public @Nullable String activeDay() {
        return activeDay;
    }

    public boolean secondFactor() {
        return secondFactor;
    }

    public boolean counted() {
        return counted;
    }

    /** The columns that are a row's identity. */
    record Key(@Nullable String organizationId, @Nullable String userId) implements Serializable {}
}
