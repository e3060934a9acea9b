package dev.gatehouse.organization.keycloak;

import dev.gatehouse.foundation.keycloak.jpa.EntityManagers;
import dev.gatehouse.organization.Access;
import dev.gatehouse.organization.Authority;
import dev.gatehouse.organization.Caller;
import dev.gatehouse.organization.GivenId;
import dev.gatehouse.organization.OrganizationRole;
import dev.gatehouse.organization.Outcome;
import dev.gatehouse.organization.Permission;
import dev.gatehouse.organization.RealmStanding;
import dev.gatehouse.organization.Verdict;
import dev.gatehouse.organization.keycloak.jpa.OrganizationLock;
import dev.gatehouse.organization.keycloak.jpa.OrganizationQueries;
import dev.gatehouse.organization.keycloak.jpa.OrganizationRow;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * The one way into an organization that a request names: whoever may not know of it gets {@link Verdict#HIDDEN}, whoever
 * lacks the permission {@link Verdict#FORBIDDEN}, before anything else of the request is looked at.
 */
public final class Gate {

    private final KeycloakSession session;
    private final OrganizationQueries organizations;
    private final RoleGroups roles;
    private final OrganizationLock lock;

    Gate(KeycloakSession session, OrganizationQueries organizations, RoleGroups roles) {
        this.session = session;
        this.organizations = organizations;
        this.roles = roles;
        this.lock = OrganizationLock.of(EntityManagers.of(session));
    }

    /** Lets the request in, if the caller holds the permission there. */
    public <T> Outcome<T> enter(Caller caller, String organizationId, Permission permission, Request<T> request) {
        Place place = find(caller, organizationId);
        if (place == null) {
            return Outcome.refused(Verdict.HIDDEN);
        }
        Access access = place.authority().access(permission);
        return access == Access.ALLOWED ? request.at(place) : Outcome.refused(access);
    }

    /**
     * Lets a change in, one at a time for each organization: what is looked at inside is still so at the commit. Whoever
     * may not change anything does not make others wait.
     */
    public <T> Outcome<T> change(Caller caller, String organizationId, Permission permission, Request<T> request) {
        Outcome<Place> entered = enter(caller, organizationId, permission, Outcome::done);
        if (!entered.isDone()) {
            return Outcome.refused(entered);
        }
        lock.take(organizationId);
        // Who had to wait may have lost the permission meanwhile.
        return enter(caller, organizationId, permission, request);
    }

    /** Nothing for an outsider, after the very statements that an organization that does not exist costs. */
    private @Nullable Place find(Caller caller, String organizationId) {
        if (!GivenId.isPlausible(organizationId)) {
            return null;
        }
        String realmId = session.getContext().getRealm().getId();
        List<OrganizationRow> own = organizations.organizationOf(realmId, organizationId, caller.userId());
        if (!own.isEmpty()) {
            Collection<OrganizationRole> held =
                    roles.heldBy(caller.userId(), List.of(organizationId)).getOrDefault(organizationId, List.of());
            return new Place(own.get(0), Authority.member(caller.standing(), held), true);
        }
        if (caller.standing() == RealmStanding.NONE) {
            return null;
        }
        List<OrganizationRow> others = organizations.organization(realmId, organizationId);
        return others.isEmpty() ? null : new Place(others.get(0), Authority.outsider(caller.standing()), false);
    }

    /** An organization that the caller may know of, and what they may do there. */
    public record Place(OrganizationRow row, Authority authority, boolean isMember) {}

    /** What is done inside. */
    @FunctionalInterface
    public interface Request<T> {
        Outcome<T> at(Place place);
    }
}
