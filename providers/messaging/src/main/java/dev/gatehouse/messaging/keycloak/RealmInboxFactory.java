package dev.gatehouse.messaging.keycloak;

import dev.gatehouse.foundation.keycloak.EnabledRealm;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** The inbox under a realm's address, {@code /realms/REALM/dev/inbox}: where all of the REST contract is. */
public final class RealmInboxFactory implements RealmResourceProviderFactory {

    /** What is under {@code dev} of a realm. */
    public static final class RealmInbox implements RealmResourceProvider {
        private final KeycloakSession session;

        RealmInbox(KeycloakSession session) {
            this.session = session;
        }

        @Override
        public @Nullable Object getResource() {
            return EnabledRealm.isEnabled(session.getContext().getRealm()) ? this : null;
        }

        @Path("inbox")
        public InboxResource inbox() {
            return new ServerInbox().inbox(session);
        }

        @Override
        public void close() {}
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new RealmInbox(session);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    @Override
    public String getId() {
        return "dev";
    }
}
