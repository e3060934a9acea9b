package dev.gatehouse.messaging.keycloak;

import dev.gatehouse.foundation.Feature;
import dev.gatehouse.foundation.Mode;
import dev.gatehouse.foundation.SettingsSource;
import dev.gatehouse.foundation.keycloak.ServerSettings;
import dev.gatehouse.messaging.MessagingSettings;
import dev.gatehouse.messaging.sms.SmsSettings;
import dev.gatehouse.messaging.sms.http.GatewayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.common.util.Environment;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.email.EmailSenderProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;

/** Takes the place of Keycloak's e-mail sender, and starts and stops messaging with the server. */
public final class QueueingEmailSenderFactory implements EmailSenderProviderFactory {
    static final String ID = "gatehouse";

    /** Keycloak's own sender. */
    static final String DIRECT = "default";

    private @Nullable MessagingSettings settings;
    private @Nullable SmsSettings sms;
    private @Nullable GatewayList gateways;
    private Mode mode = Mode.PRODUCTION;
    private @Nullable Messaging messaging;

    @Override
    public EmailSenderProvider create(KeycloakSession session) {
        EmailSenderProvider direct = session.getProvider(EmailSenderProvider.class, DIRECT);
        return messaging == null ? direct : new QueueingEmailSender(session, direct, messaging);
    }

    @Override
    public void init(Config.Scope config) {
        SettingsSource source = ServerSettings.source();
        if (Feature.MESSAGING.isEnabled(source)) {
            settings = MessagingSettings.from(source);
            sms = SmsSettings.from(source);
            gateways = GatewayList.from(source);
            mode = Mode.from(source);
        }
    }

    @Override
    public void postInit(KeycloakSessionFactory sessions) {
        if (settings == null || sms == null || gateways == null) {
            return;
        }
        Messaging assembled = new Messaging(settings, sms, gateways, mode, sessions);
        messaging = assembled;
        sessions.register(event -> {
            // Commands like export come by here, too; they must neither send nor take the server's port.
            if (event instanceof PostMigrationEvent && !Environment.isNonServerMode()) {
                assembled.start();
            }
        });
    }

    Optional<Messaging> messaging() {
        return Optional.ofNullable(messaging);
    }

    @Override
    public void close() {
        if (messaging != null) {
            messaging.close();
        }
    }

    @Override
    public String getId() {
        return ID;
    }

    /** Above Keycloak's sender, which has 0. */
    @Override
    public int order() {
        return 100;
    }
}
