package dev.gatehouse.api.decisions;

import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.organization.decision.Evaluation;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What one request asks.
 *
 * @param batch whether the answer is a list
 * @param errors what is wrong with the request as a whole
 */
record Questions(List<Question> all, boolean batch, Semantic semantic, List<FieldError> errors) {
    /** The most questions of one request. */
    static final int MAXIMUM = 100;

    /** The most characters of a name or an id in a question. */
    static final int MAXIMUM_TEXT = 2048;

    static Questions one(Question question) {
        return new Questions(List.of(question), false, Semantic.EXECUTE_ALL, question.errors());
    }

    static Questions refused(FieldError error) {
        return new Questions(List.of(), true, Semantic.EXECUTE_ALL, List.of(error));
    }

    Stream<Evaluation> good() {
        return all.stream().map(Question::evaluation).filter(Objects::nonNull);
    }
}
