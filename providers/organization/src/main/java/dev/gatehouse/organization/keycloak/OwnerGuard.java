package dev.gatehouse.organization.keycloak;

import dev.gatehouse.foundation.keycloak.EnabledRealm;
import dev.gatehouse.foundation.keycloak.jpa.EntityManagers;
import dev.gatehouse.organization.keycloak.jpa.OrganizationLock;
import dev.gatehouse.organization.keycloak.jpa.OrganizationQueries;
import dev.gatehouse.organization.keycloak.jpa.OrganizationRow;
import java.util.function.Predicate;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;

/**
 * Keeps an organization its last owner where the owner is removed or demoted on a way of Keycloak's own, such as the
 * admin console. It refuses by failing, with a sentence that the console shows. An account that is deleted is not kept
 * back: nobody has to stay for an organization's sake.
 */
final class OwnerGuard {

    private static final String REFUSAL =
            "The last owner of an organization can be neither removed nor demoted. Name another owner first.";

    private final KeycloakSession session;
    private final OrganizationQueries organizations;
    private final RoleGroups roles;

    OwnerGuard(KeycloakSession session, OrganizationQueries organizations, RoleGroups roles) {
        this.session = session;
        this.organizations = organizations;
        this.roles = roles;
    }

    /** After the user has left the group. */
    void left(RealmModel realm, GroupModel group, String userId) {
        guard(realm, group, organization -> roles.hasOtherOwner(organization, userId));
    }

    /** Before the group is removed. */
    void removing(RealmModel realm, GroupModel group) {
        guard(realm, group, organization -> roles.keepsOwnersWithout(organization, group.getId()));
    }

    private void guard(RealmModel realm, GroupModel group, Predicate<OrganizationRow> keepsOwner) {
        OrganizationModel organization = group.getOrganization();
        if (organization == null
                || !EnabledRealm.isEnabled(realm)
                || Removal.isUnderWay(session, organization.getId())) {
            return;
        }
        OrganizationLock.of(EntityManagers.of(session)).take(organization.getId());
        organizations.organization(realm.getId(), organization.getId()).forEach(row -> {
            if (!keepsOwner.test(row)) {
                throw new ModelValidationException(REFUSAL);
            }
        });
    }
}
