package dev.gatehouse.api.users;

import dev.gatehouse.account.keycloak.user.UserAccount;
import dev.gatehouse.api.activity.ActivityAnswer;
import dev.gatehouse.api.activity.ActivityQuery;
import dev.gatehouse.api.json.Answer;
import dev.gatehouse.api.list.ListAnswer;
import dev.gatehouse.api.list.ListQuery;
import dev.gatehouse.foundation.page.CursorSeal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /users/{id}/activity}. */
public final class UserActivityResource {
    private final UsersAccess access;
    private final String userId;

    UserActivityResource(UsersAccess access, String userId) {
        this.access = access;
        this.userId = userId;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("type") List<String> types,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        UserAccount account = access.toSee(userId);
        ActivityQuery wanted = ActivityQuery.read(types, from, to);
        CursorSeal seal = access.seal("activity of user " + userId + " " + wanted.text());
        ListQuery query = ListQuery.read(limit, cursor, seal);
        return Answer.ok(ListAnswer.of(
                account.activity(wanted.filter(), query.after(), query.limit()), ActivityAnswer::of, seal));
    }
}
