package dev.gatehouse.organization.keycloak;

import dev.gatehouse.foundation.keycloak.EnabledRealm;
import java.time.Clock;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.GroupModel;
import org.keycloak.models.GroupModel.GroupCreatedEvent;
import org.keycloak.models.GroupModel.GroupMemberLeaveEvent;
import org.keycloak.models.GroupModel.GroupRemovedEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.OrganizationModel.OrganizationMemberJoinEvent;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Keeps up with what the admin console, an import, a broker or an accepted invitation does to organizations: a new
 * organization gets the groups of the built-in roles, a new member's day is noted, invited roles are given, and the last
 * owner stays. All of it in the transaction in which it happens.
 */
final class OrganizationEvents implements ProviderEventListener {

    private final Clock clock;

    OrganizationEvents(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof OrganizationMemberJoinEvent joined) {
            joined(joined);
        } else if (event instanceof GroupMemberLeaveEvent left && RoleGroups.isOwners(left.getGroup())) {
            Organizations.of(left.getKeycloakSession())
                    .guard()
                    .left(left.getRealm(), left.getGroup(), left.getUser().getId());
        } else if (event instanceof GroupRemovedEvent removed && RoleGroups.isOwners(removed.getGroup())) {
            Organizations.of(removed.getKeycloakSession()).guard().removing(removed.getRealm(), removed.getGroup());
        } else if (event instanceof GroupCreatedEvent created) {
            groupCreated(created);
        }
    }

    private void joined(OrganizationMemberJoinEvent event) {
        KeycloakSession session = event.getSession();
        if (EnabledRealm.isEnabled(session.getContext().getRealm())) {
            Organizations.of(session).joined(event.getOrganization(), event.getUser(), clock.millis());
        }
    }

    /**
     * Creating an organization creates the group of its members first: no other event tells of a new organization. The
     * organization itself does not exist yet, and an import brings the groups of its roles along; so the groups that are
     * still missing are made right before the commit.
     */
    private static void groupCreated(GroupCreatedEvent event) {
        GroupModel group = event.getGroup();
        if (group.getType() != GroupModel.Type.ORGANIZATION || group.getParentId() != null) {
            return;
        }
        KeycloakSession session = event.getKeycloakSession();
        String realmId = event.getRealm().getId();
        String organizationId = group.getName();
        Organizations organizations = Organizations.of(session);
        organizations.admissions().founded(organizationId);
        session.getTransactionManager().enlistPrepare(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                ensureRoles(session, organizations, realmId, organizationId);
            }

            @Override
            protected void rollbackImpl() {}
        });
    }

    private static void ensureRoles(
            KeycloakSession session, Organizations organizations, String realmId, String organizationId) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (!EnabledRealm.isEnabled(realm)) {
            return;
        }
        RealmModel before = session.getContext().getRealm();
        session.getContext().setRealm(realm);
        try {
            OrganizationModel organization =
                    session.getProvider(OrganizationProvider.class).getById(organizationId);
            if (organization != null) {
                organizations.ensureRoles(organization);
            }
        } finally {
            session.getContext().setRealm(before);
        }
    }
}
