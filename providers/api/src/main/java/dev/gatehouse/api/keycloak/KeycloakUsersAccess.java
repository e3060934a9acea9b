package dev.gatehouse.api.keycloak;

import dev.gatehouse.account.keycloak.jpa.UserQueries;
import dev.gatehouse.account.keycloak.user.NewUsers;
import dev.gatehouse.account.keycloak.user.UserAccount;
import dev.gatehouse.account.profile.ListedUser;
import dev.gatehouse.account.profile.NewUser;
import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.api.users.UsersAccess;
import dev.gatehouse.foundation.keycloak.RealmSecret;
import dev.gatehouse.foundation.page.CursorSeal;
import dev.gatehouse.foundation.page.Page;
import dev.gatehouse.foundation.problem.ProblemType;
import dev.gatehouse.mfa.StepUp;
import dev.gatehouse.mfa.keycloak.OwnFactors;
import dev.gatehouse.organization.GivenId;
import dev.gatehouse.organization.keycloak.Callers;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminAuth;

/** A request's session, translated for the users' resource. */
final class KeycloakUsersAccess implements UsersAccess {
    private final KeycloakSession session;
    private final Clock clock;

    KeycloakUsersAccess(KeycloakSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** A third party's token would show that party more than the person agreed to, or let it act in their name. */
    @Override
    public UserAccount own() {
        return own(Caller.require(session));
    }

    private UserAccount own(Caller caller) {
        caller.ofFirstParty("Only first-party clients read and change a person's account.");
        return UserAccount.ofOwner(session, caller.user(), clock);
    }

    @Override
    public UserAccount toSee(String id) {
        return account(id, false);
    }

    @Override
    public UserAccount toChange(String id) {
        return account(id, true);
    }

    @Override
    public StepUp stepUp() {
        return OwnFactors.of(session, Caller.require(session).session()).stepUp();
    }

    @Override
    public void refuseUnlessSeesAll() {
        if (!Caller.require(session).permissions().users().canView()) {
            throw Problem.of(ProblemType.FORBIDDEN).refusal();
        }
    }

    @Override
    public Page<ListedUser> list(@Nullable String search, String after, int limit) {
        return UserQueries.of(session).page(realm().getId(), search, after, limit);
    }

    @Override
    public NewUsers.Result create(NewUser wanted) {
        Caller caller = Caller.require(session);
        return new NewUsers(session, administrator(caller))
                .create(Callers.of(session, realm(), caller.user(), caller.token(), caller.client()), wanted);
    }

    @Override
    public void refuseUnlessCaller() {
        Caller.require(session);
    }

    @Override
    public CursorSeal seal(String list) {
        return new CursorSeal(RealmSecret.of(session, realm(), "list cursors"), list);
    }

    @Override
    public Response once(InputStream body, Function<InputStream, Response> creation) {
        return new KeycloakIdempotency(session, clock).once(body, creation);
    }

    @Override
    public URI location(String id) {
        return session.getContext()
                .getUri()
                .getBaseUriBuilder()
                .path("realms")
                .path(realm().getName())
                .path("users")
                .path(id)
                .build();
    }

    /** The account, for who may do this; for who may not even see it as if there were none. */
    private UserAccount account(String id, boolean change) {
        Caller caller = Caller.require(session);
        if (caller.user().getId().equals(id)) {
            return own(caller);
        }
        UserModel user = GivenId.isPlausible(id) ? session.users().getUserById(realm(), id) : null;
        // A service account is a client's, not a person's.
        if (user == null
                || user.getServiceAccountClientLink() != null
                || !caller.permissions().users().canView(user)) {
            throw Problem.of(ProblemType.NOT_FOUND).refusal();
        }
        if (change && !caller.permissions().users().canManage(user)) {
            throw Problem.of(ProblemType.FORBIDDEN).refusal();
        }
        return UserAccount.ofAdministrator(session, user, administrator(caller), clock);
    }

    private AdminAuth administrator(Caller caller) {
        return new AdminAuth(realm(), caller.token(), caller.user(), caller.client());
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }
}
