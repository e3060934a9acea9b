package dev.gatehouse.organization.keycloak;

import dev.gatehouse.organization.Caller;
import dev.gatehouse.organization.RealmStanding;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;
import org.keycloak.services.resources.admin.fgap.OrganizationPermissionEvaluator;

/**
 * What the realm lets a caller do, asked of Keycloak's own realm management: the same roles count as in the admin
 * console, and only as far as the client's scope reaches.
 */
public final class Callers {

    /** The realm role whose holders may make organizations of their own. */
    public static final String CREATE_ORGANIZATION = "create-organization";

    private Callers() {}

    /** The owner of an access token that was checked before. */
    public static Caller of(
            KeycloakSession session, RealmModel realm, UserModel user, AccessToken token, ClientModel client) {
        AdminAuth auth = new AdminAuth(realm, token, user, client);
        AdminPermissionEvaluator administration = AdminPermissions.evaluator(session, realm, auth);
        OrganizationPermissionEvaluator permissions = administration.orgs();
        RealmStanding standing = permissions.canManage()
                ? RealmStanding.MANAGES
                : permissions.canView() ? RealmStanding.VIEWS : RealmStanding.NONE;
        boolean mayCreate = standing == RealmStanding.MANAGES || auth.hasRealmRole(CREATE_ORGANIZATION);
        return new Caller(
                user.getId(), standing, mayCreate, administration.users().canManage());
    }
}
