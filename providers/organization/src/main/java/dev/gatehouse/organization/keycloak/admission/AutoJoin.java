package dev.gatehouse.organization.keycloak.admission;

import dev.gatehouse.foundation.keycloak.EnabledRealm;
import dev.gatehouse.foundation.keycloak.jpa.EntityManagers;
import dev.gatehouse.organization.admission.Admission;
import dev.gatehouse.organization.keycloak.Organizations;
import dev.gatehouse.organization.keycloak.Trail;
import dev.gatehouse.organization.keycloak.domain.jpa.DomainQueries;
import dev.gatehouse.organization.keycloak.jpa.OrganizationLock;
import dev.gatehouse.organization.keycloak.jpa.OrganizationQueries;
import dev.gatehouse.organization.policy.OrganizationPolicies;
import java.util.Set;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Makes whoever logs in, or verifies their address, a member of the organization whose verified domain the address is in,
 * if its policy says so and a seat is free. Hears of it on every way in, since each ends in one of these events; in the
 * transaction of the login. A login never fails for it.
 */
final class AutoJoin implements EventListenerProvider {

    private static final Set<EventType> MOMENTS =
            Set.of(EventType.LOGIN, EventType.VERIFY_EMAIL, EventType.UPDATE_EMAIL);

    private final KeycloakSession session;

    AutoJoin(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        if (!MOMENTS.contains(event.getType()) || event.getUserId() == null || event.getRealmId() == null) {
            return;
        }
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        if (!EnabledRealm.isEnabled(realm) || !realm.isOrganizationsEnabled()) {
            return;
        }
        UserModel user = session.users().getUserById(realm, event.getUserId());
        // The address of a service account is nobody's, and one that nobody verified could be anybody's.
        if (user == null
                || !user.isEnabled()
                || !user.isEmailVerified()
                || user.getServiceAccountClientLink() != null) {
            return;
        }
        String email = user.getEmail();
        if (email != null) {
            DomainQueries.of(EntityManagers.of(session))
                    .holderOf(realm.getId(), email)
                    .ifPresent(holder -> welcome(holder.organizationId(), user));
        }
    }

    private void welcome(String organizationId, UserModel user) {
        OrganizationProvider provider = session.getProvider(OrganizationProvider.class);
        OrganizationModel organization = provider.getById(organizationId);
        if (organization == null
                || !organization.isEnabled()
                || !OrganizationPolicies.from(organization.getAttributes())
                        .domains()
                        .autoJoin()
                || isMember(organizationId, user)) {
            return;
        }
        // Of two logins at the same moment, the second finds what the first has made.
        OrganizationLock.of(EntityManagers.of(session)).take(organizationId);
        if (isMember(organizationId, user)) {
            return;
        }
        Admission admission = Organizations.of(session).admissions().judge(organization, user, false);
        if (admission == Admission.ADMITTED) {
            provider.addMember(organization, user);
            note(OperationType.CREATE, organizationId, user.getId());
        } else {
            note(OperationType.ACTION, organizationId, user.getId(), "no-seat");
        }
    }

    private boolean isMember(String organizationId, UserModel user) {
        return !OrganizationQueries.of(EntityManagers.of(session))
                .memberOf(user.getId(), Set.of(organizationId))
                .isEmpty();
    }

    private void note(OperationType operation, String organizationId, String userId, String... more) {
        String[] path = new String[more.length + 2];
        path[0] = "members";
        path[1] = userId;
        System.arraycopy(more, 0, path, 2, more.length);
        Trail.of(session).noteOfNobody(operation, ResourceType.ORGANIZATION_MEMBERSHIP, organizationId, path);
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {}

    @Override
    public void close() {}
}
