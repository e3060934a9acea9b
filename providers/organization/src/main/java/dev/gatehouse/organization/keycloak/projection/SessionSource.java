package dev.gatehouse.organization.keycloak.projection;

import dev.gatehouse.foundation.keycloak.jpa.EntityManagers;
import dev.gatehouse.mfa.keycloak.SecondFactorTypes;
import dev.gatehouse.organization.keycloak.RoleGroups;
import dev.gatehouse.organization.keycloak.projection.jpa.ProjectionTables;
import dev.gatehouse.organization.projection.MemberNames;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Asks the session, in a realm. */
record SessionSource(KeycloakSession session, RealmModel realm) implements Projector.Source {

    @Override
    public Map<String, List<String>> roles(Collection<String> userIds, String organizationId) {
        return RoleGroups.of(session).namesHeldBy(userIds, organizationId);
    }

    @Override
    public Set<String> withSecondFactor(Collection<String> userIds) {
        return ProjectionTables.of(EntityManagers.of(session)).truth().withCredential(userIds, SecondFactorTypes.ALL);
    }

    @Override
    public MemberNames namesOfFederated(String userId) {
        UserModel user = session.users().getUserById(realm, userId);
        return user == null
                ? new MemberNames("", null, null, null)
                : new MemberNames(user.getUsername(), user.getEmail(), user.getFirstName(), user.getLastName());
    }
}
