package dev.gatehouse.api.decisions;

import dev.gatehouse.api.json.Answer;
import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.api.problem.RequestBody;
import dev.gatehouse.foundation.problem.ProblemType;
import dev.gatehouse.organization.decision.Decision;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;

/** {@code /auth/authorize}. */
public final class DecisionsResource {
    private final DecisionsAccess access;

    public DecisionsResource(DecisionsAccess access) {
        this.access = access;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response authorize(InputStream body) {
        Asker asker = access.asker();
        Questions questions = new QuestionReader(access.now(), asker.address()).read(RequestBody.readOpen(body));
        refuseWhatUsersMayNotAsk(asker, questions);
        if (!questions.errors().isEmpty()) {
            throw Problem.invalid(questions.errors()).refusal();
        }
        List<DecisionAnswer> answers = answers(questions);
        return Answer.ok(
                questions.batch() ? new DecisionsAnswer(questions.semantic().upToEnough(answers)) : answers.get(0));
    }

    private List<DecisionAnswer> answers(Questions questions) {
        Iterator<Decision> decisions = access.decide(questions.good().toList()).iterator();
        return questions.all().stream()
                .map(question -> question.evaluation() == null
                        ? DecisionAnswer.invalid(question.errors())
                        : DecisionAnswer.of(decisions.next()))
                .toList();
    }

    /** A user could say anything of their circumstances, and ask about anybody. */
    private static void refuseWhatUsersMayNotAsk(Asker asker, Questions questions) {
        if (!asker.isService() && questions.all().stream().anyMatch(Question::carriesContext)) {
            throw Problem.of(ProblemType.FORBIDDEN)
                    .detail("A user asks about themselves without a context.")
                    .refusal();
        }
        if (!questions.good().allMatch(one -> asker.mayAskAbout(one.subject().id()))) {
            throw Problem.of(ProblemType.FORBIDDEN)
                    .detail("A user asks about themselves only.")
                    .refusal();
        }
    }
}
