package dev.gatehouse.organization.keycloak.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Since when a user is a member: Keycloak's membership has no time. A member without a row joined before Gatehouse was
 * turned on.
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

    /** Milliseconds since 1970. */
    @Column(name = "JOINED_AT")
    private long joinedAt;

    protected JoinedMember() {}

    JoinedMember(String organizationId, String userId, long joinedAt) {
        this.organizationId = organizationId;
        this.userId = userId;
        this.joinedAt = joinedAt;
    }

    long joinedAt() {
        return joinedAt;
    }

    /** The columns that are a row's identity. */
    record Key(@Nullable String organizationId, @Nullable String userId) implements Serializable {}
}
