package dev.gatehouse.organization.keycloak;

import dev.gatehouse.organization.Caller;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.ClientConnection;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/**
 * Notes what is changed about an organization as Keycloak notes what its admin console changes: as an admin event, which
 * the realm's event store, the organization's activity and Kafka get. The event is part of the transaction of the change:
 * rolled back, neither was. It says who, when, from where and what ({@code organizations/ORG/members/USER/roles/NAME}),
 * never what was written.
 */
public final class Trail {

    private final KeycloakSession session;

    private Trail(KeycloakSession session) {
        this.session = session;
    }

    public static Trail of(KeycloakSession session) {
        return new Trail(session);
    }

    /**
     * Notes what the caller did.
     *
     * @param path what of the organization, by kind and id ({@code "members", userId}): ids and names that people may
     *     see, no addresses, no secrets; nothing where it is the organization itself
     */
    public void note(Caller caller, OperationType operation, ResourceType kind, String organizationId, String... path) {
        send(session.users().getUserById(realm(), caller.userId()), operation, kind, organizationId, path);
    }

    /** Notes what happened without anybody asking, on a schedule for instance. */
    public void noteOfNobody(OperationType operation, ResourceType kind, String organizationId, String... path) {
        send(null, operation, kind, organizationId, path);
    }

    private void send(
            @Nullable UserModel actor,
            OperationType operation,
            ResourceType kind,
            String organizationId,
            String... path) {
        ClientConnection connection = session.getContext().getConnection();
        new Note(session, realm(), actor, connection == null ? null : connection.getRemoteHost())
                .resource(kind)
                .operation(operation)
                .resourcePath(pathOf(organizationId, path))
                .success();
    }

    private static String[] pathOf(String organizationId, String... path) {
        String[] whole = new String[path.length + 2];
        whole[0] = "organizations";
        whole[1] = organizationId;
        System.arraycopy(path, 0, whole, 2, path.length);
        return whole;
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }

    /** Keycloak's event, which may also be nobody's. */
    private static final class Note extends AdminEventBuilder {

        Note(KeycloakSession session, RealmModel realm, @Nullable UserModel actor, @Nullable String address) {
            super(realm, new AdminAuth(realm, null, actor, session.getContext().getClient()), session, address, null);
        }

        @Override
        public AdminEventBuilder authClient(@Nullable ClientModel client) {
            return client == null ? this : super.authClient(client);
        }

        @Override
        public AdminEventBuilder authUser(@Nullable UserModel user) {
            return user == null ? this : super.authUser(user);
        }
    }
}
