package dev.gatehouse.organization.decision;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Questions for tests: may ann approve an invoice of acme, at noon of a Wednesday, from nowhere known. */
record Questions(Instant time, @Nullable String address, Map<String, Object> properties) {
    static final Questions PLAIN =
            new Questions(Instant.parse("2026-01-14T12:00:00Z"), null, Map.of("organization", "acme"));

    Questions at(String time) {
        return new Questions(Instant.parse(time), address, properties);
    }

    Questions from(String address) {
        return new Questions(time, address, properties);
    }

    Questions with(String property, Object value) {
        Map<String, Object> more = new HashMap<>(properties);
        more.put(property, value);
        return new Questions(time, address, more);
    }

    Evaluation ask() {
        return ask("invoice:approve");
    }

    Evaluation ask(String action) {
        return new Evaluation(
                new Evaluation.Party("user", "ann", Map.of()),
                action,
                new Evaluation.Party("invoice", "1", properties),
                new Circumstances(time, address));
    }

    boolean meet(String condition) {
        return Conditions.hold(condition, ask());
    }
}
