package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.foundation.Feature;
import dev.gatehouse.foundation.SettingsSource;
import dev.gatehouse.foundation.Worker;
import dev.gatehouse.foundation.keycloak.ServerSettings;
import dev.gatehouse.mfa.OtpEngine;
import dev.gatehouse.mfa.OtpSettings;
import dev.gatehouse.mfa.OtpStore;
import dev.gatehouse.mfa.jpa.JpaOtpStore;
import dev.gatehouse.mfa.keycloak.jpa.KeycloakTransactions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config.Scope;
import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.UserModel.UserRemovedEvent;
import org.keycloak.models.utils.PostMigrationEvent;

/** Builds the engine from the server's settings and keeps its tables tidy. The other factories of this module ask here. */
public final class EmailOtpCredentialProviderFactory implements CredentialProviderFactory<SentCodeCredentialProvider> {

    static final String ID = "email-otp";

    private static final Logger LOG = Logger.getLogger(EmailOtpCredentialProviderFactory.class);
    private static final Duration PURGE_REST = Duration.ofMinutes(5);
    private static final int PURGE_LIMIT = 500;

    private final Clock clock = Clock.systemUTC();
    private @Nullable OtpSettings settings;
    private boolean isOn;
    private @Nullable Mfa mfa;
    private @Nullable Worker purge;

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void init(Scope config) {
        SettingsSource source = ServerSettings.source();
        isOn = Feature.MFA.isEnabled(source);
        settings = OtpSettings.from(source);
    }

    @Override
    public void postInit(KeycloakSessionFactory sessions) {
        OtpStore store = store(sessions);
        sessions.register(event -> {
            if (event instanceof PostMigrationEvent && isOn && purge == null) {
                purge = Worker.start("gatehouse-mfa-purge", () -> purge(store), this::purgeFailed);
            } else if (event instanceof UserRemovedEvent removed) {
                store.forget(
                        removed.getRealm().getId(),
                        Optional.of(removed.getUser().getId()));
            } else if (event instanceof RealmRemovedEvent removed) {
                store.forget(removed.getRealm().getId(), Optional.empty());
            }
        });
    }

    @Override
    public SentCodeCredentialProvider create(KeycloakSession session) {
        return new SentCodeCredentialProvider(session, SentCodeKind.EMAIL);
    }

    /** Made on first use: others ask for credentials while they start, before it is our turn. */
    synchronized Mfa mfa(KeycloakSessionFactory sessions) {
        if (mfa == null) {
            mfa = new Mfa(isOn, OtpEngine.of(store(sessions), clock, new SecureRandom(), required(settings)), clock);
        }
        return mfa;
    }

    private static OtpStore store(KeycloakSessionFactory sessions) {
        return new JpaOtpStore(new KeycloakTransactions(sessions));
    }

    @Override
    public void close() {
        if (purge != null) {
            purge.close();
        }
    }

    /** A full batch means there is more: go on soon, but let others at the tables in between. */
    private Duration purge(OtpStore store) {
        Duration keep = required(settings).sendsWindow().plusHours(1);
        int removed = store.purge(clock.instant().minus(keep), PURGE_LIMIT);
        return removed < PURGE_LIMIT ? PURGE_REST : Duration.ofSeconds(1);
    }

    private void purgeFailed(Exception failure) {
        LOG.warn("Ended one-time codes could not be removed; trying again later", failure);
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("used before init");
        }
        return value;
    }
}
