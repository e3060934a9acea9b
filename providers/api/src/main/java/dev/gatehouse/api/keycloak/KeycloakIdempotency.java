package dev.gatehouse.api.keycloak;

import dev.gatehouse.api.idempotency.IdempotencyKey;
import dev.gatehouse.api.idempotency.IdempotentAnswers;
import dev.gatehouse.api.idempotency.IdempotentCreation;
import dev.gatehouse.api.keycloak.jpa.ApiTablesFactory;
import dev.gatehouse.foundation.keycloak.RealmSecret;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.spec.SecretKeySpec;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** A request's session, translated for a creation that may come again. */
record KeycloakIdempotency(KeycloakSession session, Clock clock) {
    /** Does it once, where the request has a key; a request of nobody is the creation's own to refuse. */
    Response once(InputStream body, Function<InputStream, Response> creation) {
        List<String> keys =
                session.getContext().getHttpRequest().getHttpHeaders().getRequestHeader(IdempotencyKey.HEADER);
        if (keys == null || keys.isEmpty()) {
            return creation.apply(body);
        }
        Optional<Caller> caller = Caller.of(session);
        if (caller.isEmpty()) {
            return creation.apply(body);
        }
        RealmModel realm = session.getContext().getRealm();
        IdempotentCreation once = new IdempotentCreation(
                ApiTablesFactory.answers(session),
                new SecretKeySpec(RealmSecret.of(session, realm, "idempotency keys"), IdempotentCreation.DIGEST),
                asker(caller.get()),
                clock);
        return new IdempotentAnswers(once).once(keys.size() == 1 ? keys.get(0) : "", body, creation);
    }

    private String asker(Caller caller) {
        return String.join(
                "\n",
                caller.user().getId(),
                caller.client().getId(),
                session.getContext().getHttpRequest().getHttpMethod(),
                session.getContext().getUri().getPath());
    }
}
