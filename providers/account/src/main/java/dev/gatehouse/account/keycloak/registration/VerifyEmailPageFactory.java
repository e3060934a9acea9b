package dev.gatehouse.account.keycloak.registration;

import dev.gatehouse.account.AccountSettings;
import dev.gatehouse.account.registration.Errand;
import dev.gatehouse.account.registration.Errands;
import dev.gatehouse.account.registration.Registrations;
import dev.gatehouse.account.registration.jpa.JpaErrands;
import dev.gatehouse.account.registration.jpa.JpaRegistrations;
import dev.gatehouse.foundation.Worker;
import dev.gatehouse.foundation.keycloak.ServerSettings;
import dev.gatehouse.messaging.jpa.JpaQuotaLedger;
import dev.gatehouse.messaging.keycloak.jpa.SessionTransactions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.utils.PostMigrationEvent;

/**
 * {@code /realms/REALM/verify-email}; runs the errands in the background, and removes registrations that waited in vain.
 */
public final class VerifyEmailPageFactory extends LinkPageFactory {
    static final String ID = "verify-email";

    private static final Logger LOG = Logger.getLogger(VerifyEmailPageFactory.class);
    private static final Duration REST = Duration.ofSeconds(5);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_PURGES = Duration.ofMinutes(1);
    private static final int MOST_RUNS = 5;
    private static final int PURGED_AT_ONCE = 500;

    private final Clock clock = Clock.systemUTC();
    private @Nullable AccountSettings settings;
    private @Nullable Desk desk;
    private volatile @Nullable Worker worker;
    private Instant purgedAt = Instant.EPOCH;

    public VerifyEmailPageFactory() {
        super(LinkPage.Kind.VERIFY_EMAIL);
    }

    @Override
    public void init(Config.Scope config) {
        super.init(config);
        settings = AccountSettings.from(ServerSettings.source());
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        SessionTransactions apart = new SessionTransactions(factory);
        Registrations registrations = new JpaRegistrations(apart);
        Errands errands = new JpaErrands(apart);
        Desk opened = new Desk(
                Objects.requireNonNull(settings),
                clock,
                new SecureRandom(),
                new JpaQuotaLedger(apart, clock),
                registrations,
                this::wake);
        desk = opened;
        factory.register(event -> {
            if (event instanceof RealmRemovedEvent removed) {
                registrations.forget(removed.getRealm().getId());
                errands.forget(removed.getRealm().getId());
            } else if (event instanceof PostMigrationEvent && isOn()) {
                worker = Worker.start(
                        "gatehouse-errands",
                        () -> step(factory, opened, errands),
                        failure -> LOG.warn("An errand about an account failed; it is run again later", failure));
            }
        });
    }

    Desk desk() {
        return Objects.requireNonNull(desk, "used before the server is ready");
    }

    private Duration step(KeycloakSessionFactory factory, Desk desk, Errands errands) {
        Optional<Errand> errand = errands.take(clock.instant(), LEASE, MOST_RUNS);
        if (errand.isPresent()) {
            ErrandRunner.run(factory, desk, errand.get());
            return Duration.ZERO;
        }
        if (purgedAt.plus(BETWEEN_PURGES).isBefore(clock.instant())
                && desk.apart().purge(clock.instant(), PURGED_AT_ONCE) < PURGED_AT_ONCE) {
            purgedAt = clock.instant();
        }
        return REST;
    }

    private void wake() {
        Worker running = worker;
        if (running != null) {
            running.wake();
        }
    }

    @Override
    public void close() {
        Worker running = worker;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public String getId() {
        return ID;
    }
}
