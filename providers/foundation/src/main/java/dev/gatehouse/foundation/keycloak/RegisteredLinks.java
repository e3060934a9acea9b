package dev.gatehouse.foundation.keycloak;

import dev.gatehouse.foundation.link.LinkBase;
import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Where the links in the mails of a realm lead. */
public final class RegisteredLinks {
    /** Realm attribute with the client id of the house's own application. */
    private static final String FIRST_PARTY_CLIENT = "gatehouse.first-party-client";

    /** Attribute of that client: where its own pages for links in mails are. */
    private static final String LINKS_BASE_URL = "gatehouse.links-base-url";

    private static final Logger LOG = Logger.getLogger(RegisteredLinks.class);

    private RegisteredLinks() {}

    /** To the pages of the realm's first-party application if it has any, or to our own. */
    public static LinkBase base(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        String clientId = realm.getAttribute(FIRST_PARTY_CLIENT);
        ClientModel client = clientId == null ? null : realm.getClientByClientId(clientId);
        String registered = client == null ? null : client.getAttribute(LINKS_BASE_URL);
        return LinkBase.read(registered).orElseGet(() -> {
            if (registered != null && !registered.isBlank()) {
                LOG.warnf(
                        "%s of the first-party client of realm %s is neither an https address nor on this machine:"
                                + " links lead to our own pages",
                        LINKS_BASE_URL, realm.getName());
            }
            return LinkBase.own(
                    session.getContext()
                            .getUri()
                            .getBaseUriBuilder()
                            .path("realms")
                            .path(realm.getName())
                            .build(),
                    ServerSettings.source().text("kc.hostname").isPresent()
                            || realm.getAttribute("frontendUrl") != null);
        });
    }
}
