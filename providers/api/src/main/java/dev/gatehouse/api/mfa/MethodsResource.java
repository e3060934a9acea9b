package dev.gatehouse.api.mfa;

import dev.gatehouse.api.json.Answer;
import dev.gatehouse.api.json.Mistake;
import dev.gatehouse.api.list.ListAnswer;
import dev.gatehouse.api.list.ListQuery;
import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.api.problem.RequestBody;
import dev.gatehouse.foundation.page.Page;
import dev.gatehouse.foundation.problem.ProblemType;
import dev.gatehouse.mfa.OwnFactor;
import dev.gatehouse.mfa.OwnFactorChange;
import dev.gatehouse.mfa.keycloak.OwnFactors;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operations under {@code /mfa/methods}. */
public final class MethodsResource {
    private final FactorsAccess access;

    MethodsResource(FactorsAccess access) {
        this.access = access;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(@QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        OwnFactors own = access.own();
        ListQuery query = ListQuery.read(limit, cursor, access.seal());
        return Answer.ok(ListAnswer.of(page(own.list(), query), OwnMethodAnswer::of, access.seal()));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, RequestBody.MERGE_PATCH})
    @Produces(MediaType.APPLICATION_JSON)
    public Response change(@PathParam("id") String id, InputStream body) {
        OwnFactors own = access.own();
        MethodChangeRequest request = RequestBody.read(body, MethodChangeRequest.class);
        if (Boolean.FALSE.equals(request.isDefault())) {
            throw Problem.invalid(List.of(Mistake.VALUE.at("/default", "Make another factor the default instead.")))
                    .refusal();
        }
        String label = request.label();
        if (label != null && label.isBlank()) {
            throw Problem.invalid(List.of(Mistake.LENGTH.at("/label", "Has to say something.")))
                    .refusal();
        }
        refuseUnlessOwn(own, id);
        SetupAnswers.refuseUnlessShown(own.stepUp());
        if (own.change(id, label, Boolean.TRUE.equals(request.isDefault())) == OwnFactorChange.TAKEN) {
            return Problem.of(ProblemType.CONFLICT)
                    .detail("Another factor of this kind has this label.")
                    .response();
        }
        return Answer.ok(OwnMethodAnswer.of(own.list().stream()
                .filter(factor -> factor.id().equals(id))
                .findFirst()
                .orElseThrow()));
    }

    @DELETE
    @Path("{id}")
    public Response remove(@PathParam("id") String id) {
        OwnFactors own = access.own();
        refuseUnlessOwn(own, id);
        SetupAnswers.refuseUnlessShown(own.stepUp());
        return own.remove(id) == OwnFactorChange.NEEDED
                ? Problem.of(ProblemType.CONFLICT)
                        .detail("A policy asks for this factor, and there is no other that would do.")
                        .response()
                : Response.noContent().build();
    }

    private static void refuseUnlessOwn(OwnFactors own, String id) {
        if (own.list().stream()
                .noneMatch(factor -> factor.isActive() && factor.id().equals(id))) {
            throw Problem.of(ProblemType.NOT_FOUND).refusal();
        }
    }

    private static Page<OwnFactor> page(List<OwnFactor> all, ListQuery query) {
        List<OwnFactor> rest = query.after().isEmpty()
                ? all
                : all.stream()
                        .dropWhile(factor -> !factor.id().equals(query.after()))
                        .skip(1)
                        .toList();
        return rest.size() > query.limit()
                ? new Page<>(
                        rest.subList(0, query.limit()),
                        rest.get(query.limit() - 1).id())
                : new Page<>(rest, null);
    }
}
