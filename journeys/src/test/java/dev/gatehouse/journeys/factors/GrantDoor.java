package dev.gatehouse.journeys.factors;

import java.util.function.Function;

/** A grant of the token endpoint, or a refresh: there is no second step, and whatever is sent along is no way in. */
record GrantDoor(Function<String, Integer> grant) implements Door {

    @Override
    public int show(String code) {
        return grant.apply(code);
    }

    @Override
    public int show(Stranger stranger) {
        return grant.apply(stranger.code());
    }

    @Override
    public int showNothing() {
        return grant.apply("");
    }
}
