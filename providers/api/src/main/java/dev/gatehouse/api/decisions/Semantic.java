package dev.gatehouse.api.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** After which answer a batch has enough, as AuthZEN names it. */
enum Semantic {
    EXECUTE_ALL,
    DENY_ON_FIRST_DENY,
    PERMIT_ON_FIRST_PERMIT;

    static Optional<Semantic> of(String name) {
        return Stream.of(values())
                .filter(semantic -> semantic.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** The answers up to the one that is enough. */
    List<DecisionAnswer> upToEnough(List<DecisionAnswer> answers) {
        List<DecisionAnswer> some = new ArrayList<>();
        for (DecisionAnswer answer : answers) {
            some.add(answer);
            if (this != EXECUTE_ALL && answer.decision() == (this == PERMIT_ON_FIRST_PERMIT)) {
                break;
            }
        }
        return some;
    }
}
