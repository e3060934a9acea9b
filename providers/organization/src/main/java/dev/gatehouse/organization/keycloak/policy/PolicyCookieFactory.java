package dev.gatehouse.organization.keycloak.policy;

import java.time.Clock;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.CookieAuthenticatorFactory;
import org.keycloak.models.KeycloakSession;

/** Stands in for Keycloak's cookie authenticator under its id, so that no flow leads around it. */
public final class PolicyCookieFactory extends CookieAuthenticatorFactory {

    private final Authenticator authenticator = new PolicyCookie(Clock.systemUTC());

    @Override
    public Authenticator create(KeycloakSession session) {
        return authenticator;
    }

    @Override
    public int order() {
        return super.order() + 1;
    }
}
