package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.FactorRemoval;
import dev.gatehouse.mfa.FactorType;
import dev.gatehouse.mfa.keycloak.jpa.LockedCredential;
import java.util.HashMap;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;

/** What somebody may remove of their own factors; an administrator may remove any. */
public final class FactorRemovals {

    private FactorRemovals() {}

    public static FactorRemoval of(KeycloakSession session, RealmModel realm, UserModel user) {
        return removal(session, user, factors(session, realm, user));
    }

    /**
     * For whoever is about to remove one: of several at once, each sees what the one before left. Locks the user's factors
     * until the session's transaction ends.
     */
    static FactorRemoval locked(KeycloakSession session, RealmModel realm, UserModel user) {
        Map<String, FactorType> factors = new HashMap<>(factors(session, realm, user));
        if (StorageId.isLocalStorage(user.getId())) {
            factors.keySet().retainAll(LockedCredential.remaining(session, factors.keySet()));
        }
        return removal(session, user, factors);
    }

    private static Map<String, FactorType> factors(KeycloakSession session, RealmModel realm, UserModel user) {
        return UserFactors.of(user).byId(Mfa.of(session).isOnIn(realm));
    }

    private static FactorRemoval removal(KeycloakSession session, UserModel user, Map<String, FactorType> factors) {
        return new FactorRemoval(FactorRequirementsProvider.requirement(session, user), factors);
    }
}
