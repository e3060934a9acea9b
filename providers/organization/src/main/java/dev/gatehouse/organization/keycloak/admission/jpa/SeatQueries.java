package dev.gatehouse.organization.keycloak.admission.jpa;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Locale;

/** How many seats of an organization are taken and promised. Right only under the organization's lock. */
public final class SeatQueries {

    private final EntityManager entityManager;

    SeatQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public static SeatQueries of(EntityManager entityManager) {
        return new SeatQueries(entityManager);
    }

    /** The members but this one, of Keycloak's own users and of a federation's. */
    public long membersBeside(String organizationId, String userId) {
        return count(
                        "select count(m) from UserGroupMembershipEntity m join OrganizationEntity o on o.groupId = m.groupId"
                                + " where o.id = :organization and m.user.id <> :user",
                        organizationId,
                        userId)
                + count(
                        "select count(m) from FederatedUserGroupMembershipEntity m"
                                + " join OrganizationEntity o on o.groupId = m.groupId"
                                + " where o.id = :organization and m.userId <> :user",
                        organizationId,
                        userId);
    }

    /** The invitations that can still be accepted, but those of this address. */
    public long promisedBeside(String organizationId, String email, Instant now) {
        return entityManager
                .createQuery(
                        "select count(i) from OrganizationInvitationEntity i where i.organizationId = :organization"
                                + " and i.expiresAt > :now and lower(i.email) <> :email",
                        Long.class)
                .setParameter("organization", organizationId)
                .setParameter("now", (int) now.getEpochSecond())
                .setParameter("email", email.toLowerCase(Locale.ROOT))
                .getSingleResult();
    }

    private long count(String query, String organizationId, String userId) {
        return entityManager
                .createQuery(query, Long.class)
                .setParameter("organization", organizationId)
                .setParameter("user", userId)
                .getSingleResult();
    }
}
