package dev.gatehouse.events.keycloak;

import dev.gatehouse.events.jpa.JpaOutboxQueue;
import dev.gatehouse.events.keycloak.jpa.EventTables;
import dev.gatehouse.foundation.Worker;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Removes activity and refused events whose time is over: few rows in each transaction, with a breath between. */
final class RetentionWork {
    private static final int ROWS_AT_ONCE = 500;
    private static final Duration BREATH = Duration.ofMillis(200);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration REFUSED_RETENTION = Duration.ofDays(30);
    private static final Logger LOGGER = Logger.getLogger(RetentionWork.class);

    private RetentionWork() {}

    static Worker start(KeycloakSessionFactory factory, JpaOutboxQueue queue, Duration activityRetention, Clock clock) {
        return Worker.start(
                "gatehouse-events-retention",
                () -> {
                    int activity = KeycloakModelUtils.runJobInTransactionWithResult(
                            factory,
                            session -> EventTables.activity(session)
                                    .purge(clock.instant().minus(activityRetention), ROWS_AT_ONCE));
                    int refused = queue.purgeRefused(clock.instant().minus(REFUSED_RETENTION), ROWS_AT_ONCE);
                    return activity == ROWS_AT_ONCE || refused == ROWS_AT_ONCE ? BREATH : EVERY;
                },
                failure -> LOGGER.warn("Old activity cannot be removed; it is tried again", failure));
    }
}
