package dev.gatehouse.journeys.factors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.journeys.house.Authenticator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A browser that waits for a factor.
 *
 * @param beginAgain has a visitor ask for the same, with more parameters
 */
record PageDoor(Visitor visitor, Consumer<String> beginAgain) implements Door {
    private static final List<String> FIELDS = List.of("code", "otp", "recoveryCodeInput", "totp");

    private static final String SECRET = "totpSecret";

    /** @param visitor at the page that asks for the factor, or for which kind to set up */
    static PageDoor at(Visitor visitor, Consumer<String> beginAgain) {
        if (visitor.has("type")) {
            visitor.submit(Map.of("type", "email"));
        }
        PageDoor door = new PageDoor(visitor, beginAgain);
        assertThat(door.field()).isNotEmpty();
        return door;
    }

    @Override
    public int show(String code) {
        visitor.submit(Map.of(field(), code));
        return visitor.level();
    }

    /** Where an authenticator app is being set up, the page says what it is to be given. */
    @Override
    public String rightCode(Holder holder) {
        return visitor.has(SECRET) ? Authenticator.of(visitor.value(SECRET)).code() : holder.rightCode();
    }

    @Override
    public int show(Stranger stranger) {
        return show(stranger.code());
    }

    @Override
    public int showNothing() {
        int level = show("");
        String action = visitor.action();
        visitor.post(action, Map.of());
        level = Math.max(level, visitor.level());
        for (String elsewhere : List.of("required-action", "first-broker-login", "post-broker-login", "registration")) {
            visitor.open(action.replaceFirst("/login-actions/[a-z-]+", "/login-actions/" + elsewhere));
            level = Math.max(level, visitor.level());
        }
        beginAgain.accept("&prompt=none");
        return Math.max(level, visitor.level());
    }

    /** Shows the code, and has the browser trusted. */
    int showAndTrust(String code) {
        visitor.submit(Map.of(field(), code, "trust_device", "on"));
        return visitor.level();
    }

    private String field() {
        return FIELDS.stream()
                .filter(visitor::has)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no factor is asked for on " + visitor.text()));
    }
}
