package dev.gatehouse.organization.keycloak;

import dev.gatehouse.foundation.Feature;
import dev.gatehouse.foundation.SettingsSource;
import dev.gatehouse.foundation.keycloak.ServerSettings;
import dev.gatehouse.organization.Seats;
import dev.gatehouse.organization.invitation.InvitationSettings;
import dev.gatehouse.organization.keycloak.jpa.MembershipQueries;
import dev.gatehouse.organization.keycloak.jpa.OrganizationQueries;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;

/** Keycloak's door to {@link Organizations}; listens to what happens to organizations elsewhere. */
public final class OrganizationsFactory implements ProviderFactory<Organizations> {

    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();
    private @Nullable InvitationSettings invitations;
    private boolean enabled;

    @Override
    public Organizations create(KeycloakSession session) {
        return new Organizations(
                session,
                OrganizationQueries.of(session),
                MembershipQueries.of(session),
                Objects.requireNonNull(invitations, "not started"),
                Seats.UNLIMITED,
                clock,
                random,
                enabled);
    }

    @Override
    public void init(Config.Scope config) {
        SettingsSource settings = ServerSettings.source();
        enabled = Feature.ORGANIZATION.isEnabled(settings);
        invitations = InvitationSettings.from(settings);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        if (enabled) {
            factory.register(new OrganizationEvents(clock));
        }
    }

    @Override
    public void close() {}

    @Override
    public String getId() {
        return "default";
    }
}
