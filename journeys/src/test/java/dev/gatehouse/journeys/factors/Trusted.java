package dev.gatehouse.journeys.factors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Devices that somebody trusts: a browser without a session, and an app's token. Each person has one of each. */
final class Trusted {
    private Trusted() {}

    /** A browser that is trusted, with no session. */
    static Visitor browser(Ground ground, Holder holder) {
        Visitor visitor = holder.browser().orElseGet(() -> {
            Visitor trusting = ground.visitor();
            holder.expectCode();
            trusting.authorize(Ground.APP, "");
            trusting.submit(Map.of(
                    "username", holder.person().username(),
                    "password", holder.person().password()));
            int level = PageDoor.at(trusting, more -> {}).showAndTrust(holder.rightCode());
            assertThat(level).as(trusting.text()).isEqualTo(holder.kind().level());
            holder.browser(trusting);
            return trusting;
        });
        ground.endSessions(holder.person());
        return visitor;
    }

    /** A token by which a login without the factor has level 1. */
    static String token(Ground ground, Holder holder) {
        Optional<String> known = holder.deviceToken();
        if (known.isPresent()) {
            return known.get();
        }
        Client client = ground.client();
        holder.expectCode();
        RestDoor door = RestDoor.ofLogin(client, Ground.passwordByRest(client, holder, Map.of()), holder.kind());
        Map<String, Object> body = new HashMap<>(Map.of(
                "mfa_token",
                String.valueOf(door.mfaToken()),
                door.field(),
                door.name(),
                "code",
                holder.rightCode(),
                "trust_device",
                true));
        Answer tokens = client.post("/mfa/verify", body);
        assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
        holder.deviceToken(tokens.text("device_token"));
        return tokens.text("device_token");
    }
}
