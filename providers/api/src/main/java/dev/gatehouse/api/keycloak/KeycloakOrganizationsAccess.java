package dev.gatehouse.api.keycloak;

import dev.gatehouse.api.organizations.OrganizationsAccess;
import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.api.problem.Quota;
import dev.gatehouse.foundation.keycloak.RealmSecret;
import dev.gatehouse.foundation.page.CursorSeal;
import dev.gatehouse.foundation.problem.ProblemType;
import dev.gatehouse.organization.RealmStanding;
import dev.gatehouse.organization.keycloak.Callers;
import dev.gatehouse.organization.keycloak.Organizations;
import dev.gatehouse.ratelimit.RateLimit;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** A request's session, translated for the organizations' resource. */
final class KeycloakOrganizationsAccess implements OrganizationsAccess {
    private final KeycloakSession session;
    private final Clock clock;
    private final @Nullable String organizationId;

    KeycloakOrganizationsAccess(KeycloakSession session, Clock clock) {
        this(session, clock, null);
    }

    private KeycloakOrganizationsAccess(KeycloakSession session, Clock clock, @Nullable String organizationId) {
        this.session = session;
        this.clock = clock;
        this.organizationId = organizationId;
    }

    @Override
    public OrganizationsAccess within(String organizationId) {
        return new KeycloakOrganizationsAccess(session, clock, organizationId);
    }

    @Override
    public Visit visit() {
        Organizations organizations = Organizations.of(session);
        if (!organizations.areAvailable()) {
            throw Problem.of(ProblemType.NOT_FOUND).refusal();
        }
        Caller caller = Caller.require(session);
        var asker = Callers.of(session, realm(), caller.user(), caller.token(), caller.client());
        if (asker.standing() == RealmStanding.NONE) {
            // What the realm lets a user do is in the token, as far as the client's scope reaches; what an organization
            // lets its members do is not, and a third party's token is consent to something else.
            caller.ofFirstParty("Only first-party clients act for a person in their organizations.");
        }
        Visit visit = new Visit(organizations, asker);
        if (organizationId != null) {
            organizations.quota().refusal(visit.caller(), organizationId).ifPresent(decision -> {
                RateLimit limit = decision.limit();
                throw new Quota(limit.name(), limit.quota(), limit.window())
                        .exceeded(decision.untilReset())
                        .refusal();
            });
        }
        return visit;
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
        return session.getContext().getUri().getAbsolutePathBuilder().path(id).build();
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }
}
