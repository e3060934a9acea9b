package dev.gatehouse.organization.keycloak.invitation.jpa;

import dev.gatehouse.organization.invitation.MailAllowance;
import dev.gatehouse.organization.keycloak.jpa.InvitedRole;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.jpa.entities.OrganizationEntity;
import org.keycloak.models.jpa.entities.OrganizationInvitationEntity;

/**
 * Reads and changes invitations: Keycloak's rows and what stands beside them. Whatever takes one away says whether it was
 * this very statement that did.
 */
public final class InvitationQueries {

    private static final String ROWS = "select new dev.gatehouse.organization.keycloak.invitation.jpa.InvitationRow("
            + "i.id, i.organizationId, i.email, i.createdAt, i.expiresAt, s.message, s.inviterId, s.vouched)"
            + " from OrganizationInvitationEntity i left join SentInvitation s on s.invitationId = i.id";

    private final EntityManager entityManager;

    InvitationQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public static InvitationQueries of(EntityManager entityManager) {
        return new InvitationQueries(entityManager);
    }

    /**
     * Lets nobody else change the organization's invitations until this transaction ends: limits are counted, then kept.
     * Whoever changes one takes this lock before the invitation's own, so that no two wait for each other.
     */
    public void lock(String organizationId) {
        entityManager
                .createQuery("select o from OrganizationEntity o where o.id = :id", OrganizationEntity.class)
                .setParameter("id", organizationId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** The organization's invitations in the order of their ids, after that id. */
    public List<InvitationRow> page(String organizationId, String after, int maximum) {
        return entityManager
                .createQuery(
                        ROWS + " where i.organizationId = :organization and i.id > :after order by i.id",
                        InvitationRow.class)
                .setParameter("organization", organizationId)
                .setParameter("after", after)
                .setMaxResults(maximum)
                .getResultList();
    }

    public Optional<InvitationRow> find(String organizationId, String invitationId) {
        return byId(invitationId).filter(row -> row.organizationId().equals(organizationId));
    }

    public Optional<InvitationRow> byId(String invitationId) {
        return entityManager
                .createQuery(ROWS + " where i.id = :id", InvitationRow.class)
                .setParameter("id", invitationId)
                .getResultStream()
                .findFirst();
    }

    public Optional<InvitationRow> byDigest(String digest) {
        return entityManager
                .createQuery(ROWS + " where s.digest = :digest", InvitationRow.class)
                .setParameter("digest", digest)
                .getResultStream()
                .findFirst();
    }

    /** The invitations of these addresses, by address. */
    public Map<String, InvitationRow> byAddress(String organizationId, Collection<String> addresses) {
        Map<String, InvitationRow> found = new HashMap<>();
        if (!addresses.isEmpty()) {
            entityManager
                    .createQuery(
                            ROWS + " where i.organizationId = :organization and lower(i.email) in :addresses",
                            InvitationRow.class)
                    .setParameter("organization", organizationId)
                    .setParameter("addresses", addresses)
                    .getResultList()
                    .forEach(row -> found.put(row.email().toLowerCase(java.util.Locale.ROOT), row));
        }
        return found;
    }

    /** Which of these addresses are members', among the users that Keycloak itself keeps. */
    public Set<String> membersAmong(String groupId, Collection<String> addresses) {
        return addresses.isEmpty()
                ? Set.of()
                : Set.copyOf(entityManager
                        .createQuery(
                                "select distinct m.user.email from UserGroupMembershipEntity m"
                                        + " where m.groupId = :group and m.user.email in :addresses",
                                String.class)
                        .setParameter("group", groupId)
                        .setParameter("addresses", addresses)
                        .getResultList());
    }

    /** The language that the user of this address has chosen, if there is one, among the users that Keycloak itself keeps. */
    public Optional<String> language(String realmId, String address) {
        return entityManager
                .createQuery(
                        "select a.value from UserEntity u join u.attributes a"
                                + " where u.realmId = :realm and u.email = :address and a.name = 'locale'",
                        String.class)
                .setParameter("realm", realmId)
                .setParameter("address", address)
                .getResultStream()
                .findFirst();
    }

    /** How many invitations of the organization can still be accepted: each keeps a seat free. */
    public long pending(String organizationId, Instant now) {
        return entityManager
                .createQuery(
                        "select count(i) from OrganizationInvitationEntity i"
                                + " where i.organizationId = :organization and i.expiresAt > :now",
                        Long.class)
                .setParameter("organization", organizationId)
                .setParameter("now", (int) now.getEpochSecond())
                .getSingleResult();
    }

    /** Puts what Keycloak has no column for beside its invitation, which may be one of this transaction. */
    public void keep(
            String invitationId,
            String digest,
            @Nullable String inviterId,
            boolean vouched,
            @Nullable String message,
            Collection<String> roles) {
        entityManager.flush();
        entityManager.persist(new SentInvitation(invitationId, digest, inviterId, vouched, message));
        roles.forEach(role -> entityManager.persist(new InvitedRole(invitationId, role)));
        entityManager.flush();
    }

    /** Gives the invitation a new token and a new end; the token before opens nothing any more. */
    public boolean renew(String invitationId, String digest, Instant expiresAt) {
        int renewed = entityManager
                .createQuery("update OrganizationInvitationEntity i set i.expiresAt = :end, i.inviteLink = null"
                        + " where i.id = :id")
                .setParameter("end", (int) expiresAt.getEpochSecond())
                .setParameter("id", invitationId)
                .executeUpdate();
        int rekeyed = entityManager
                .createQuery("update SentInvitation s set s.digest = :digest where s.invitationId = :id")
                .setParameter("digest", digest)
                .setParameter("id", invitationId)
                .executeUpdate();
        if (renewed == 1 && rekeyed == 0) {
            keep(invitationId, digest, null, false, null, List.of());
        }
        return renewed == 1;
    }

    /**
     * Takes the invitation away, if it still can be accepted. Of many who try, one is told yes: the rest wait for that
     * one's transaction, and find nothing.
     */
    public boolean claim(String organizationId, String invitationId, Instant now) {
        lock(organizationId);
        OrganizationInvitationEntity loaded = entityManager.find(OrganizationInvitationEntity.class, invitationId);
        int deleted = entityManager
                .createQuery("delete from OrganizationInvitationEntity i where i.id = :id and i.expiresAt > :now")
                .setParameter("id", invitationId)
                .setParameter("now", (int) now.getEpochSecond())
                .executeUpdate();
        forget(loaded);
        return deleted == 1;
    }

    /** Takes the invitation away, expired or not. */
    public boolean revoke(String organizationId, String invitationId) {
        lock(organizationId);
        OrganizationInvitationEntity loaded = entityManager.find(OrganizationInvitationEntity.class, invitationId);
        int deleted = entityManager
                .createQuery("delete from OrganizationInvitationEntity i where i.id = :id")
                .setParameter("id", invitationId)
                .executeUpdate();
        forget(loaded);
        return deleted == 1;
    }

    /** The names of the roles that come with these invitations, by invitation. */
    public Map<String, List<String>> roles(Collection<String> invitationIds) {
        Map<String, List<String>> names = new HashMap<>();
        if (!invitationIds.isEmpty()) {
            entityManager
                    .createQuery(
                            "select r.invitationId, r.roleName from InvitedRole r"
                                    + " where r.invitationId in :ids order by r.roleName",
                            Object[].class)
                    .setParameter("ids", invitationIds)
                    .getResultList()
                    .forEach(row -> names.computeIfAbsent((String) row[0], id -> new ArrayList<>())
                            .add((String) row[1]));
        }
        return names;
    }

    /**
     * Notes one more mail to the address, if the organization may still write to it. Ask only under {@link #lock}.
     *
     * @param addressDigest what stands for the address
     */
    public boolean allowMail(String organizationId, String addressDigest, Instant now) {
        long at = now.toEpochMilli();
        entityManager
                .createQuery("delete from InvitationMailing m where m.organizationId = :organization"
                        + " and m.lastAt < :forgettable")
                .setParameter("organization", organizationId)
                .setParameter("forgettable", MailAllowance.forgettableBefore(at))
                .executeUpdate();
        InvitationMailing known = entityManager.find(
                InvitationMailing.class,
                new InvitationMailing.Key(organizationId, addressDigest),
                LockModeType.PESSIMISTIC_WRITE);
        if (known == null) {
            entityManager.persist(new InvitationMailing(organizationId, addressDigest, MailAllowance.first(at)));
            return true;
        }
        boolean allowed = known.allowance().allows(at);
        if (allowed) {
            known.set(known.allowance().used(at));
        }
        return allowed;
    }

    /** Keycloak would remove what it has loaded once more, and stumble over the row that is gone. */
    private void forget(@Nullable OrganizationInvitationEntity loaded) {
        if (loaded != null) {
            entityManager.detach(loaded);
        }
    }
}
