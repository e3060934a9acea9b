package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.FactorRemoval;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What somebody may remove of their own factors; an administrator may remove any. */
public final class FactorRemovals {

    private FactorRemovals() {}

    public static FactorRemoval of(KeycloakSession session, RealmModel realm, UserModel user) {
        boolean isOn = Mfa.of(session).isOnIn(realm);
        return new FactorRemoval(
                FactorRequirementsProvider.requirement(session, user),
                UserFactors.of(user).byId(isOn));
    }
}
