package dev.gatehouse.account.keycloak.user;

import dev.gatehouse.account.erasure.Erasure;
import dev.gatehouse.account.keycloak.jpa.UserQueries;
import dev.gatehouse.events.keycloak.Activities;
import dev.gatehouse.foundation.Worker;
import dev.gatehouse.messaging.keycloak.jpa.SessionMessageQueue;
import dev.gatehouse.mfa.keycloak.OwnFactors;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Forgets people, one after the other, each step safe to take twice: the account with all that Keycloak and we hang on it,
 * what waits to be sent, and the activity in small portions. Lines that belong to an organization stay, without user and
 * address.
 */
public final class ErasureWork {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    /** After which an erasure is taken again if the node that took it died. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final int LINES_AT_ONCE = 500;
    private static final Logger LOG = Logger.getLogger(ErasureWork.class);

    private final KeycloakSessionFactory factory;
    private final Clock clock;

    private ErasureWork(KeycloakSessionFactory factory, Clock clock) {
        this.factory = factory;
        this.clock = clock;
    }

    public static Worker start(KeycloakSessionFactory factory, Clock clock) {
        return Worker.start(
                "gatehouse-account-erasure",
                new ErasureWork(factory, clock)::step,
                failure -> LOG.warn("Somebody cannot be forgotten yet; it is tried again", failure));
    }

    private Duration step() {
        Erasure due = KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> UserQueries.of(session)
                        .erasures()
                        .take(clock.instant(), LEASE)
                        .orElse(null));
        if (due == null) {
            return LOOK_AGAIN;
        }
        KeycloakModelUtils.runJobInTransaction(factory, session -> remove(session, due));
        int forgotten = LINES_AT_ONCE;
        while (forgotten == LINES_AT_ONCE) {
            forgotten = KeycloakModelUtils.runJobInTransactionWithResult(
                    factory, session -> Activities.of(session).forget(due.realmId(), due.userId(), LINES_AT_ONCE));
        }
        KeycloakModelUtils.runJobInTransaction(
                factory, session -> UserQueries.of(session).erasures().done(due));
        LOG.infof("User %s was erased", due.userId());
        return Duration.ZERO;
    }

    private static void remove(KeycloakSession session, Erasure due) {
        UserQueries.of(session).preferences().forget(due.realmId(), due.userId());
        RealmModel realm = session.realms().getRealm(due.realmId());
        if (realm == null) {
            return;
        }
        session.getContext().setRealm(realm);
        UserModel user = session.users().getUserById(realm, due.userId());
        if (user == null) {
            return;
        }
        List<String> destinations = new ArrayList<>(OwnFactors.destinations(user));
        if (user.getEmail() != null) {
            destinations.add(user.getEmail());
        }
        SessionMessageQueue.forget(session, realm.getId(), destinations);
        Activities.forgetEvents(session, user.getId());
        session.sessions().removeUserSessions(realm, user);
        if (new UserManager(session).removeUser(realm, user)) {
            new EventBuilder(realm, session)
                    .event(EventType.DELETE_ACCOUNT)
                    .user(due.userId())
                    .success();
        }
    }
}
