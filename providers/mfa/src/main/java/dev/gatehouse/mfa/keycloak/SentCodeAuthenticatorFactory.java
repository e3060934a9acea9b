package dev.gatehouse.mfa.keycloak;

import java.util.List;
import java.util.Set;
import org.keycloak.Config.Scope;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** What the flow editor knows of an authenticator whose codes are sent. */
abstract class SentCodeAuthenticatorFactory implements AuthenticatorFactory {

    private final SentCodeKind kind;
    private final SentCodeAuthenticator stateless;

    SentCodeAuthenticatorFactory(SentCodeKind kind) {
        this.kind = kind;
        this.stateless = new SentCodeAuthenticator(kind);
    }

    @Override
    public String getId() {
        return kind.credentialType();
    }

    /** Not the type of the credential: brute force detection would pass over any failure of another category. */
    @Override
    public String getReferenceCategory() {
        return BruteForce.CATEGORY;
    }

    /** By this the account console knows that the realm makes use of the credential. */
    @Override
    public Set<String> getOptionalReferenceCategories(KeycloakSession session) {
        return Set.of(kind.credentialType());
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return REQUIREMENT_CHOICES;
    }

    /** Keycloak adds the reference value for {@code amr} to what is configurable. */
    @Override
    public boolean isConfigurable() {
        return true;
    }

    @Override
    public boolean isUserSetupAllowed() {
        return true;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return stateless;
    }

    @Override
    public void init(Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
