package dev.gatehouse.api.auth;

import dev.gatehouse.account.session.SessionPosition;
import dev.gatehouse.api.json.Answer;
import dev.gatehouse.api.list.ListAnswer;
import dev.gatehouse.api.list.ListQuery;
import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.foundation.page.CursorSeal;
import dev.gatehouse.foundation.problem.ProblemType;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The operations under {@code /auth/sessions}. */
public final class SessionsResource {
    private final LoginSessions sessions;

    SessionsResource(LoginSessions sessions) {
        this.sessions = sessions;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(@QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        LoginSessions.Own own = sessions.own();
        CursorSeal seal = own.seal();
        ListQuery query = ListQuery.read(limit, cursor, seal);
        return Answer.ok(ListAnswer.of(
                own.page(SessionPosition.parse(query.after()), query.limit()),
                session -> SessionAnswer.of(session, own.currentId()),
                seal));
    }

    /** All but the one that asks. */
    @DELETE
    @Produces(MediaType.APPLICATION_JSON)
    public Response endOthers() {
        sessions.own().endOthers();
        return Response.noContent().build();
    }

    @DELETE
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response end(@PathParam("id") String id) {
        return sessions.own().end(id)
                ? Response.noContent().build()
                : Problem.of(ProblemType.NOT_FOUND).response();
    }
}
