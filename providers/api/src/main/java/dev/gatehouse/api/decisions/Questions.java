package dev.gatehouse.api.decisions;

import dev.gatehouse.organization.decision.Evaluation;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What one request asks.
 *
 * @param batch whether the answer is a list
 */
record Questions(List<Question> all, boolean batch, Semantic semantic) {
    /** The most questions of one request. */
    static final int MAXIMUM = 100;

    Stream<Evaluation> good() {
        return all.stream().map(Question::evaluation).filter(Objects::nonNull);
    }
}
