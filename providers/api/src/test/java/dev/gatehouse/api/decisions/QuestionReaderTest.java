package dev.gatehouse.api.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.api.condition.EntityTag;
import dev.gatehouse.api.problem.RequestBody;
import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.organization.decision.Evaluation;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class QuestionReaderTest {
    private static final String ANN = "{'type': 'user', 'id': 'ann'}";
    private static final String BOB = "{'type': 'user', 'id': 'bob'}";
    private static final String INVOICE = "{'type': 'invoice', 'id': '1', 'properties': {'organization': 'acme'}}";

    @Test
    void fieldsThatMeanNothingHereAreLeftAlone() {
        Evaluation evaluation = evaluation(
                "{'subject': {'type': 'user', 'id': 'ann', 'x': 1}, 'action': {'name': 'a:b', 'properties': {}},"
                        + " 'resource': " + INVOICE + ", 'y': [], 'context': {'z': {}}}");
        assertThat(evaluation.subject().id()).isEqualTo("ann");
        assertThat(evaluation.organization()).contains("acme");
        assertThat(evaluation.circumstances().address()).isEqualTo("192.0.2.1");
    }

    @Test
    void numbersAreReadExactlyAndListsAndObjectsEqualNothing() {
        Evaluation evaluation =
                evaluation("{'subject': " + ANN + ", 'action': {'name': 'a:b'}, 'resource': {'type': 'i',"
                        + " 'id': '1', 'properties': {'n': 0.1000000000000000055511151231257827, 'b': true, 't': 'x', 'l': [1],"
                        + " 'o': {}, 'z': null, 'big': 9007199254740993}}}");
        assertThat(evaluation.resource().properties())
                .containsOnlyKeys("n", "b", "t", "big")
                .containsEntry("n", new BigDecimal("0.1000000000000000055511151231257827"))
                .containsEntry("big", new BigDecimal("9007199254740993"));
    }

    @Test
    void whatAQuestionLacksIsPointedAt() {
        assertThat(errors("{}")).containsExactly("/subject", "/resource", "/action");
        assertThat(errors("{'subject': 'ann', 'action': {}, 'resource': {'type': 1, 'id': ''}}"))
                .containsExactly("/subject", "/resource/type", "/resource/id", "/action/name");
        assertThat(errors("{'subject': {'type': 'user', 'id': 'a\\u0000'}, 'action': {'name': 'a:b'}, 'resource': "
                        + INVOICE + ", 'context': []}"))
                .containsExactly("/subject/id", "/context");
    }

    @Test
    void aNameOrAnIdThatIsTooLongIsPointedAt() {
        String question =
                "{'subject': {'type': 'user', 'id': '%s'}, 'action': {'name': 'a:b'}, 'resource': " + INVOICE + "}";
        assertThat(errors(question.formatted("x".repeat(Questions.MAXIMUM_TEXT))))
                .isEmpty();
        assertThat(errors(question.formatted("x".repeat(Questions.MAXIMUM_TEXT + 1))))
                .containsExactly("/subject/id");
    }

    @Test
    void whatARequestGivesAllEvaluationsHasToBeRightThoughNoneNeedsIt() {
        String whole =
                "[{'subject': " + ANN + ", 'action': {'name': 'a:b'}, 'resource': " + INVOICE + ", 'context': {}}]";
        assertThat(read("{'evaluations': " + whole + ", 'subject': " + BOB + ", 'context': null, 'options': {}}")
                        .errors())
                .isEmpty();
        assertThat(refusal("{'evaluations': " + whole + ", 'subject': true, 'action': {}, 'resource': {'type': 'i'},"
                        + " 'context': []}"))
                .containsExactly("/subject", "/resource/id", "/action/name", "/context");
        assertThat(refusal("{'evaluations': " + whole + ", 'options': true}")).containsExactly("/options");
        assertThat(refusal("{'subject': " + ANN + ", 'action': {'name': 'a:b'}, 'resource': " + INVOICE
                        + ", 'options': null}"))
                .containsExactly("/options");
    }

    @Test
    void theRequestGivesWhatAnEvaluationLacksAndNothingIsMixed() {
        Questions questions =
                read("{'subject': " + ANN + ", 'context': {'ip_address': '10.0.0.1'}, 'resource': " + INVOICE
                        + ", 'evaluations': [{'action': {'name': 'a:b'}}, {'action': {'name': 'a:c'}, 'subject': " + BOB
                        + ", 'context': {}, 'resource': {'type': 'invoice', 'id': '2'}}, 7, {}]}");
        assertThat(questions.batch()).isTrue();
        List<Evaluation> good = questions.good().toList();
        assertThat(good).hasSize(2);
        assertThat(good.get(0).subject().id()).isEqualTo("ann");
        assertThat(good.get(0).circumstances().address()).isEqualTo("10.0.0.1");
        assertThat(good.get(1).subject().id()).isEqualTo("bob");
        assertThat(good.get(1).organization()).isEmpty();
        assertThat(good.get(1).circumstances().address()).isEqualTo("192.0.2.1");
        assertThat(questions.all().get(2).errors())
                .extracting(FieldError::pointer)
                .containsExactly("/evaluations/2");
        assertThat(questions.all().get(3).errors())
                .extracting(FieldError::pointer)
                .containsExactly("/evaluations/3/action");
    }

    @Test
    void anEmptyBatchIsOneQuestion() {
        Questions questions = read(
                "{'subject': " + ANN + ", 'action': {'name': 'a:b'}, 'resource': " + INVOICE + ", 'evaluations': []}");
        assertThat(questions.batch()).isFalse();
        assertThat(questions.good()).hasSize(1);
    }

    @Test
    void aBatchIsBoundedAndItsOrderIsOneOfThree() {
        assertThat(refusal("{'evaluations': [" + "{},".repeat(100) + "{}]}")).containsExactly("/evaluations");
        assertThat(refusal("{'evaluations': [" + "{},".repeat(99) + "{}]}")).isEmpty();
        assertThat(refusal("{'evaluations': {}}")).containsExactly("/evaluations");
        assertThat(refusal("{'evaluations': [{}], 'options': {'evaluations_semantic': 'any'}}"))
                .containsExactly("/options/evaluations_semantic");
        assertThat(read("{'evaluations': [{}], 'options': {'evaluations_semantic': 'deny_on_first_deny'}}")
                        .semantic())
                .isEqualTo(Semantic.DENY_ON_FIRST_DENY);
    }

    @Test
    void aTagIsFoundAmongSeveral() {
        EntityTag tag = EntityTag.of("x".getBytes(StandardCharsets.UTF_8));
        assertThat(tag.isNamedIn(tag.quoted())).isTrue();
        assertThat(tag.isNamedIn("\"a\", W/" + tag.quoted())).isTrue();
        assertThat(tag.isNamedIn("*")).isTrue();
        assertThat(tag.isNamedIn("\"a\"")).isFalse();
        assertThat(tag.isNamedIn(null)).isFalse();
    }

    private static Evaluation evaluation(String json) {
        return Objects.requireNonNull(read(json).all().get(0).evaluation());
    }

    private static List<String> errors(String json) {
        return read(json).all().get(0).errors().stream()
                .map(FieldError::pointer)
                .toList();
    }

    private static List<String> refusal(String json) {
        return read(json).errors().stream().map(FieldError::pointer).toList();
    }

    private static Questions read(String json) {
        ObjectNode body = RequestBody.readOpen(
                new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
        return new QuestionReader(Instant.EPOCH, "192.0.2.1").read(body);
    }
}
