package dev.gatehouse.organization.keycloak.managed;

import dev.gatehouse.foundation.keycloak.EnabledRealm;
import dev.gatehouse.foundation.keycloak.infinispan.RevisedCache;
import dev.gatehouse.foundation.keycloak.infinispan.Watched;
import dev.gatehouse.foundation.keycloak.jpa.EntityManagers;
import dev.gatehouse.organization.keycloak.jpa.MembershipQueries;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.infinispan.organization.InfinispanOrganizationProvider;

/**
 * Keycloak's organizations, but that a user of a thousand logs in as fast as a user of one. Whenever Keycloak looks at a user
 * it asks of each of their organizations whether it manages them, at two statements each; here the first question is answered
 * from the database for all of them, in one, and not again until the user is changed.
 *
 * <p>What was answered holds for the session of one request. Once this session changes a membership, Keycloak answers.
 */
final class ManagedMembers extends InfinispanOrganizationProvider {

    private final KeycloakSession session;
    private final RevisedCache<Set<String>> kept;
    private final Map<String, Set<String>> managing = new HashMap<>();
    private boolean changed;

    ManagedMembers(KeycloakSession session, RevisedCache<Set<String>> kept) {
        super(session);
        this.session = session;
        this.kept = kept;
    }

    @Override
    public boolean isManagedMember(OrganizationModel organization, @Nullable UserModel user) {
        if (user == null
                || changed
                || !EnabledRealm.isEnabled(session.getContext().getRealm())) {
            return super.isManagedMember(organization, user);
        }
        return managing.computeIfAbsent(user.getId(), this::managing).contains(organization.getId());
    }

    /** By any change of a membership the user is changed. */
    private Set<String> managing(String userId) {
        Optional<Watched> user = Optional.of(new Watched(Set.of(userId), Set.of()));
        return kept.get(
                session,
                userId,
                () -> new RevisedCache.Answer<>(
                        MembershipQueries.of(EntityManagers.of(session)).managing(userId), user));
    }

    @Override
    public boolean addManagedMember(OrganizationModel organization, UserModel user) {
        changed = true;
        return super.addManagedMember(organization, user);
    }

    @Override
    public boolean addMember(OrganizationModel organization, UserModel user) {
        changed = true;
        return super.addMember(organization, user);
    }

    @Override
    public boolean removeMember(OrganizationModel organization, UserModel member) {
        changed = true;
        return super.removeMember(organization, member);
    }

    @Override
    public boolean remove(OrganizationModel organization) {
        changed = true;
        return super.remove(organization);
    }
}
