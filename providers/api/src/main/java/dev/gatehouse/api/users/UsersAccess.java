package dev.gatehouse.api.users;

import dev.gatehouse.account.keycloak.user.NewUsers;
import dev.gatehouse.account.keycloak.user.UserAccount;
import dev.gatehouse.account.profile.ListedUser;
import dev.gatehouse.account.profile.NewUser;
import dev.gatehouse.foundation.page.CursorSeal;
import dev.gatehouse.foundation.page.Page;
import dev.gatehouse.mfa.StepUp;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one request about users comes from, so that the resources know no session. Who may not do something gets it as a
 * problem, thrown: another person's account is for everybody but administrators one that does not exist.
 */
public interface UsersAccess {
    /** The caller's own account. */
    UserAccount own();

    /** The account of this id, to look at. */
    UserAccount toSee(String id);

    /** The account of this id, to change. */
    UserAccount toChange(String id);

    /** What the caller's session has still to show before it may do something final. */
    StepUp stepUp();

    /** Throws unless somebody is logged in. */
    void refuseUnlessCaller();

    /** Throws unless the caller may see every user. */
    void refuseUnlessSeesAll();

    /** @param after the key of the page before, empty for the first */
    Page<ListedUser> list(@Nullable String search, String after, int limit);

    NewUsers.Result create(NewUser wanted);

    /** Does what a request with an {@code Idempotency-Key} asks for once, however often the request comes. */
    Response once(InputStream body, Function<InputStream, Response> creation);

    /** Seals the cursors of this list. */
    CursorSeal seal(String list);

    /** The address of a user. */
    URI location(String id);
}
