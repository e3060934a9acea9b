package dev.gatehouse.account.keycloak.registration;

import dev.gatehouse.account.keycloak.jpa.CurrentTransaction;
import dev.gatehouse.account.link.LinkPages;
import dev.gatehouse.account.registration.Errand;
import dev.gatehouse.account.registration.jpa.JpaErrands;
import dev.gatehouse.foundation.keycloak.RegisteredLinks;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/** Notes what a request asks about an address, with all that only the request knows. */
final class ErrandBook {
    private final KeycloakSession session;
    private final Desk desk;

    ErrandBook(KeycloakSession session, Desk desk) {
        this.session = session;
        this.desk = desk;
    }

    /** Notes it in the request's transaction; it is run soon after the commit. */
    void add(Errand.Kind kind, String address, @Nullable String registrationId) {
        new JpaErrands(new CurrentTransaction(session.getProvider(JpaConnectionProvider.class)))
                .add(
                        new Errand(
                                UUID.randomUUID().toString(),
                                kind,
                                session.getContext().getRealm().getId(),
                                address,
                                registrationId,
                                pages().base().value(),
                                session.getContext().resolveLocale(null).toLanguageTag(),
                                ipAddress()),
                        desk.clock().instant());
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                desk.wake().run();
            }

            @Override
            protected void rollbackImpl() {
                // The errand is gone, too.
            }
        });
    }

    /** The pages of the realm's first-party application, or our own. */
    LinkPages pages() {
        return new LinkPages(RegisteredLinks.base(session));
    }

    String ipAddress() {
        return Objects.requireNonNullElse(session.getContext().getConnection().getRemoteHost(), "");
    }
}
