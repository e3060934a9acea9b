package dev.gatehouse.organization.keycloak.invitation;

import dev.gatehouse.foundation.Feature;
import dev.gatehouse.foundation.keycloak.ServerSettings;
import java.security.SecureRandom;
import org.keycloak.Config;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.email.freemarker.FreeMarkerEmailTemplateProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Keycloak's door to {@link InvitationEmails}: takes the place of its own templates under their id. */
public final class InvitationEmailsFactory extends FreeMarkerEmailTemplateProviderFactory {

    private final SecureRandom random = new SecureRandom();
    private boolean enabled;

    @Override
    public EmailTemplateProvider create(KeycloakSession session) {
        return enabled ? new InvitationEmails(session, random) : super.create(session);
    }

    @Override
    public void init(Config.Scope config) {
        super.init(config);
        enabled = Feature.ORGANIZATION.isEnabled(ServerSettings.source());
    }

    @Override
    public int order() {
        return 1;
    }
}
