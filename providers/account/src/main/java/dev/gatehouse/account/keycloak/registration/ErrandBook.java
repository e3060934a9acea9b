package dev.gatehouse.account.keycloak.registration;

import dev.gatehouse.account.keycloak.FirstPartyClients;
import dev.gatehouse.account.keycloak.jpa.CurrentTransaction;
import dev.gatehouse.account.link.LinkPages;
import dev.gatehouse.account.registration.Errand;
import dev.gatehouse.account.registration.jpa.JpaErrands;
import dev.gatehouse.foundation.keycloak.ServerSettings;
import dev.gatehouse.organization.invitation.LinkBase;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.RealmsResource;

/** Notes what a request asks about an address, with all that only the request knows. */
final class ErrandBook {
    /** Attribute of the first-party client: where its own pages for links in mails are. */
    private static final String LINKS_BASE_URL = "gatehouse.links-base-url";

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
                                pages().base(),
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
        RealmModel realm = session.getContext().getRealm();
        return new FirstPartyClients(session)
                .defaultClient()
                .flatMap(client -> LinkBase.read(client.getAttribute(LINKS_BASE_URL)))
                .map(registered -> new LinkPages(registered.value()))
                .orElseGet(() -> LinkPages.own(
                        RealmsResource.realmBaseUrl(session.getContext().getUri())
                                .build(realm.getName()),
                        ServerSettings.source().text("kc.hostname").isPresent()
                                || realm.getAttribute("frontendUrl") != null));
    }

    String ipAddress() {
        return Objects.requireNonNullElse(session.getContext().getConnection().getRemoteHost(), "");
    }
}
