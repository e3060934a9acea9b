package dev.gatehouse.organization.keycloak.projection;

import dev.gatehouse.organization.keycloak.Removal;
import org.keycloak.models.GroupModel;
import org.keycloak.models.GroupModel.GroupMemberJoinEvent;
import org.keycloak.models.GroupModel.GroupMemberLeaveEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.OrganizationModel.OrganizationMemberJoinEvent;
import org.keycloak.models.OrganizationModel.OrganizationMemberLeaveEvent;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/** Hears of every membership and role that Keycloak's model tells of, whoever changed it, and has the projection follow. */
public final class MembershipEvents implements ProviderEventListener {

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof OrganizationMemberJoinEvent joined) {
            PendingMembers.add(
                    joined.getSession(),
                    joined.getSession().getContext().getRealm(),
                    joined.getOrganization().getId(),
                    joined.getUser().getId());
        } else if (event instanceof OrganizationMemberLeaveEvent left) {
            if (!Removal.isUnderWay(left.getSession(), left.getOrganization().getId())) {
                left(left);
            }
        } else if (event instanceof GroupMemberJoinEvent joined) {
            inGroup(joined.getKeycloakSession(), joined, joined.getUser());
        } else if (event instanceof GroupMemberLeaveEvent left) {
            inGroup(left.getKeycloakSession(), left, left.getUser());
        } else if (event instanceof UserModel.UserRemovedEvent removed) {
            PendingMembers.addEverywhere(
                    removed.getKeycloakSession(),
                    removed.getRealm(),
                    removed.getUser().getId());
        }
    }

    /** With a managed member the account goes too, and no event tells so: their other organizations are looked at as well. */
    private static void left(OrganizationMemberLeaveEvent event) {
        KeycloakSession session = event.getSession();
        var realm = session.getContext().getRealm();
        String userId = event.getUser().getId();
        PendingMembers.add(session, realm, event.getOrganization().getId(), userId);
        PendingMembers.addEverywhere(session, realm, userId);
    }

    private static void inGroup(KeycloakSession session, GroupModel.GroupEvent event, UserModel user) {
        GroupModel group = event.getGroup();
        if (group.getType() == GroupModel.Type.ORGANIZATION) {
            OrganizationModel organization = group.getOrganization();
            if (organization != null) {
                PendingMembers.add(session, event.getRealm(), organization.getId(), user.getId());
            }
        }
    }
}
