package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.FactorRequirement;
import dev.gatehouse.mfa.FactorRequirements;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.provider.Provider;

/** {@link FactorRequirements} for one session, looked up by Keycloak; a server may have none. */
public interface FactorRequirementsProvider extends FactorRequirements, Provider {

    /** What is asked of the user in the session's realm. */
    static FactorRequirement requirement(KeycloakSession session, UserModel user) {
        @Nullable FactorRequirementsProvider requirements = session.getProvider(FactorRequirementsProvider.class);
        return requirements == null ? FactorRequirement.NONE : requirements.of(user.getId());
    }
}
