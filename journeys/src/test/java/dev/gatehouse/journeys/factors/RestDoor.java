package dev.gatehouse.journeys.factors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A login by REST that waits for a factor, or a session that steps up.
 *
 * @param mfaToken of a login
 * @param bearer of a session
 * @param field {@code challenge_id} or {@code method_id}
 * @param name of the challenge or factor
 */
record RestDoor(
        Client client, @Nullable String mfaToken, @Nullable String bearer, String field, String name) implements Door {

    /** @param due the answer to a login whose password was right */
    static RestDoor ofLogin(Client client, Answer due, FactorKind kind) {
        assertThat(due.status()).as(due.body()).isEqualTo(403);
        String mfaToken = due.text("mfa_token");
        if (kind == FactorKind.NONE) {
            Answer setup = client.post("/mfa/setup", Map.of("mfa_token", mfaToken, "type", "email"));
            assertThat(setup.status()).as(setup.body()).isEqualTo(201);
            return new RestDoor(client, mfaToken, null, "challenge_id", setup.text("challenge_id"));
        }
        return of(client, mfaToken, null, due.text("/methods/0/id"), kind);
    }

    /** Of a session, which shows the only factor that its user has. */
    static RestDoor ofSession(Client client, String bearer, FactorKind kind) {
        String method = client.get("/mfa/methods", bearer).text("/items/0/id");
        return of(client, null, bearer, method, kind);
    }

    private static RestDoor of(
            Client client, @Nullable String mfaToken, @Nullable String bearer, String method, FactorKind kind) {
        if (!kind.isSent()) {
            return new RestDoor(client, mfaToken, bearer, "method_id", method);
        }
        Map<String, Object> body = new HashMap<>(Map.of("method_id", method));
        if (mfaToken != null) {
            body.put("mfa_token", mfaToken);
        }
        Answer challenge = client.post("/mfa/challenge", body, bearer);
        assertThat(challenge.status()).as(challenge.body()).isEqualTo(202);
        return new RestDoor(client, mfaToken, bearer, "challenge_id", challenge.text("challenge_id"));
    }

    @Override
    public int show(String code) {
        return verify(field, name, code);
    }

    @Override
    public int show(Stranger stranger) {
        return Math.max(verify(field, stranger.challenge(), stranger.code()), show(stranger.code()));
    }

    @Override
    public int showNothing() {
        int level = show("");
        if (mfaToken != null) {
            assertThat(client.get("/mfa/methods", mfaToken).status())
                    .as("the mfa_token as a bearer token")
                    .isEqualTo(401);
            level = Math.max(level, Levels.of(client.post("/auth/refresh", Map.of("refresh_token", mfaToken))));
            Answer instead = client.post("/mfa/setup", Map.of("mfa_token", mfaToken, "type", "backup_codes"));
            assertThat(instead.status())
                    .as("backup codes, got by the password alone: " + instead.body())
                    .isGreaterThanOrEqualTo(400);
        } else {
            Answer removed = client.send(
                    "DELETE", "/mfa/methods/" + name, Map.of("Authorization", "Bearer " + bearer), null, null);
            assertThat(removed.status()).as(removed.body()).isIn(403, 404);
        }
        return level;
    }

    private int verify(String named, String id, String code) {
        Map<String, Object> body = new HashMap<>(Map.of(named, id, "code", code));
        if (mfaToken != null) {
            body.put("mfa_token", mfaToken);
        }
        return Levels.of(client.post("/mfa/verify", body, bearer));
    }
}
