package dev.gatehouse.benchmarks.load;

import java.sql.SQLException;
import java.util.Map;

/** Users of the demo realm who can log in with a password alone. */
record DemoUsers(ServerOnPostgresql server, LoadClient client) {
    static final String PASSWORD = "gatehouse-load-1";

    /** Creates the user; the answer is the id. */
    String withPassword(String username) throws SQLException {
        client.json(
                        "POST",
                        "/admin/realms/demo/users",
                        Map.of("Authorization", "Bearer " + server.administrator()),
                        """
                        {"username": "%s", "email": "%s@example.test", "emailVerified": true, "enabled": true,
                         "firstName": "Some", "lastName": "Body",
                         "credentials": [{"type": "password", "value": "%s"}]}""".formatted(username, username, PASSWORD))
                .expect(201);
        return server.single("select id from user_entity where username = '" + username + "'");
    }

    /** Lets access tokens live for two hours, so that none ends while it is measured. */
    void letTokensLast() {
        client.json(
                        "PUT",
                        "/admin/realms/demo",
                        Map.of("Authorization", "Bearer " + server.administrator()),
                        "{\"accessTokenLifespan\": 7200}")
                .expect(204);
    }

    /** Lets tokens be for the service too: Keycloak introspects a token only for whom it is. */
    void letTokensBeForTheService() throws SQLException {
        String app = server.single("select id from client where client_id = 'gatehouse-app'");
        client.json(
                        "POST",
                        "/admin/realms/demo/clients/" + app + "/protocol-mappers/models",
                        Map.of("Authorization", "Bearer " + server.administrator()),
                        """
                        {"name": "for the service", "protocol": "openid-connect",
                         "protocolMapper": "oidc-audience-mapper",
                         "config": {"included.client.audience": "gatehouse-service", "access.token.claim": "true"}}""")
                .expect(201);
    }

    /** What Keycloak's token endpoint answers to the password. */
    LoadClient.Answer token(String username, String scope) {
        return client.form(
                "/realms/demo/protocol/openid-connect/token",
                Map.of(
                        "grant_type", "password",
                        "client_id", "gatehouse-app",
                        "username", username,
                        "password", PASSWORD,
                        "scope", scope));
    }
}
