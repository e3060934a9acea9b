package dev.gatehouse.organization.keycloak.invitation;

import dev.gatehouse.organization.keycloak.Organizations;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Keycloak's door to {@link InvitationPage}, {@code /realms/REALM/accept-invitation}. */
public final class InvitationPageFactory implements RealmResourceProviderFactory {

    static final String ID = "accept-invitation";

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {
            @Override
            public @Nullable Object getResource() {
                Organizations organizations = Organizations.of(session);
                return organizations.areAvailable()
                                && session.getContext().getRealm().isEnabled()
                        ? new InvitationPage(session, organizations.acceptance())
                        : null;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    @Override
    public String getId() {
        return ID;
    }
}
