package dev.gatehouse.organization.keycloak.invitation;

import dev.gatehouse.foundation.keycloak.jpa.EntityManagers;
import dev.gatehouse.organization.Authority;
import dev.gatehouse.organization.Caller;
import dev.gatehouse.organization.EmailAddress;
import dev.gatehouse.organization.OrganizationRole;
import dev.gatehouse.organization.Outcome;
import dev.gatehouse.organization.RealmStanding;
import dev.gatehouse.organization.Verdict;
import dev.gatehouse.organization.invitation.InvitationState;
import dev.gatehouse.organization.invitation.InvitationToken;
import dev.gatehouse.organization.invitation.InvitedRoles;
import dev.gatehouse.organization.invitation.Membership;
import dev.gatehouse.organization.keycloak.RoleGroups;
import dev.gatehouse.organization.keycloak.admission.AdmissionRefused;
import dev.gatehouse.organization.keycloak.invitation.jpa.InvitationQueries;
import dev.gatehouse.organization.keycloak.invitation.jpa.InvitationRow;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.AuthenticationFlowException;
import org.keycloak.authentication.actiontoken.inviteorg.InviteOrgActionToken;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.services.messages.Messages;

/**
 * Accepts invitations, each once: the row goes in the transaction in which the membership comes, and of many who try at the
 * same moment one finds it. Bound to the invited address: whoever accepts has it, verified.
 */
public final class Acceptance {

    private final KeycloakSession session;
    private final RoleGroups roles;
    private final InvitationQueries queries;
    private final InvitationLinks links;
    private final Clock clock;

    public Acceptance(KeycloakSession session, RoleGroups roles, Clock clock) {
        this.session = session;
        this.roles = roles;
        this.queries = InvitationQueries.of(EntityManagers.of(session));
        this.links = new InvitationLinks(session);
        this.clock = clock;
    }

    /** The clock that acceptance goes by. */
    Clock clock() {
        return clock;
    }

    /** Makes the user a member for the token out of the mail. Every refusal is the same, unless they belong already. */
    public Outcome<Membership> claim(String token, UserModel user) {
        return find(token).map(row -> claim(row, user)).orElseGet(() -> Outcome.refused(Verdict.INVALID_INVITATION));
    }

    /** The same for whoever asks with an access token. */
    public Outcome<Membership> claim(String token, Caller caller) {
        UserModel user = session.users().getUserById(realm(), caller.userId());
        return user == null ? Outcome.refused(Verdict.INVALID_INVITATION) : claim(token, user);
    }

    /** The id of the invitation that this token opens, if it waits for this very address. */
    public Optional<String> pendingFor(String token, String address) {
        return find(token)
                .filter(row -> state(row) == InvitationState.PENDING && EmailAddress.areSame(row.email(), address))
                .map(InvitationRow::id);
    }

    /** As {@link #claim(String, UserModel)}, for who showed the token when {@link #pendingFor} was asked. */
    public Outcome<Membership> claimPending(String invitationId, UserModel user) {
        return queries.byId(invitationId)
                .map(row -> claim(row, user))
                .orElseGet(() -> Outcome.refused(Verdict.INVALID_INVITATION));
    }

    /** The invitation that this token opens, expired or not, in an organization that is enabled. */
    Optional<InvitationRow> find(String token) {
        Optional<InvitationRow> row = InvitationToken.read(token)
                .map(ours -> queries.byDigest(links.digest(ours)))
                .orElseGet(() -> RegistrationPass.read(session, token).flatMap(queries::byId));
        return row.filter(found -> {
            OrganizationModel organization = organization(found);
            return organization != null && organization.isEnabled();
        });
    }

    Outcome<Membership> claim(InvitationRow row, UserModel user) {
        OrganizationModel organization = organization(row);
        if (organization == null
                || !organization.isEnabled()
                || !user.isEmailVerified()
                || !EmailAddress.areSame(row.email(), user.getEmail())) {
            return Outcome.refused(Verdict.INVALID_INVITATION);
        }
        if (state(row) == InvitationState.PENDING && organization.isMember(user)) {
            return Outcome.refused(Verdict.ALREADY_MEMBER);
        }
        Claimed claimed = taken(row);
        if (claimed == null) {
            return Outcome.refused(Verdict.INVALID_INVITATION);
        }
        session.setAttribute(Claimed.class.getName(), claimed);
        try {
            if (!provider().addMember(organization, user)) {
                session.getTransactionManager().setRollbackOnly();
                return Outcome.refused(Verdict.ALREADY_MEMBER);
            }
        } catch (AdmissionRefused refused) {
            return Outcome.refused(refused.verdict());
        } finally {
            session.removeAttribute(Claimed.class.getName());
        }
        report(organization, user);
        return Outcome.done(new Membership(
                organization.getId(),
                organization.getAlias(),
                organization.getName(),
                Authority.effective(claimed.given()).stream()
                        .map(OrganizationRole::name)
                        .sorted()
                        .toList(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    /**
     * Which invitation the join that is going on uses up; nothing on any other way in. In a registration it is taken here;
     * who loses it to another registration becomes no user at all.
     */
    public @Nullable Claimed consumedBy(OrganizationModel organization, UserModel user) {
        Claimed claimed = session.getAttribute(Claimed.class.getName(), Claimed.class);
        if (claimed != null && claimed.organizationId().equals(organization.getId())) {
            return claimed;
        }
        InviteOrgActionToken registering =
                session.getAttribute(InviteOrgActionToken.class.getName(), InviteOrgActionToken.class);
        if (registering == null || !organization.getId().equals(registering.getOrgId())) {
            return null;
        }
        Claimed taken = queries.find(organization.getId(), registering.getId())
                .map(this::taken)
                .orElse(null);
        if (taken == null) {
            session.getTransactionManager().setRollbackOnly();
            throw new AuthenticationFlowException(
                    AuthenticationFlowError.GENERIC_AUTHENTICATION_ERROR,
                    Errors.INVALID_TOKEN,
                    Messages.STALE_INVITE_ORG_LINK);
        }
        // The link was mailed to this very address: who came by it reads mail there.
        user.setEmailVerified(true);
        return taken;
    }

    /** Whoever became a member on another way needs no invitation any more; it would keep a seat free for nobody. */
    public void dropWaiting(OrganizationModel organization, UserModel user) {
        String address = user.getEmail();
        if (address != null && user.isEmailVerified()) {
            queries.byAddress(organization.getId(), List.of(address.toLowerCase(java.util.Locale.ROOT)))
                    .values()
                    .forEach(row -> queries.revoke(row.organizationId(), row.id()));
        }
    }

    InvitationState state(InvitationRow row) {
        return InvitationState.at(clock.instant(), Instant.ofEpochSecond(row.expiresAt()));
    }

    /** What whoever accepts it now would get. */
    List<OrganizationRole> roles(InvitationRow row) {
        List<String> names = queries.roles(List.of(row.id())).getOrDefault(row.id(), List.of());
        return new InvitedRoles(names, Boolean.TRUE.equals(row.vouched()))
                .given(roles.of(row.organizationId()), inviter(row));
    }

    @Nullable
    OrganizationModel organization(InvitationRow row) {
        return provider().getById(row.organizationId());
    }

    private @Nullable Claimed taken(InvitationRow row) {
        List<OrganizationRole> given = roles(row);
        return queries.claim(row.organizationId(), row.id(), clock.instant())
                ? new Claimed(row.id(), row.organizationId(), given)
                : null;
    }

    /** Somebody who left, or whose account was disabled, stands behind nothing any more. */
    private Authority inviter(InvitationRow row) {
        String id = row.inviterId();
        UserModel inviter = id == null ? null : session.users().getUserById(realm(), id);
        OrganizationModel organization = organization(row);
        if (inviter == null || !inviter.isEnabled() || organization == null || !organization.isMember(inviter)) {
            return Authority.outsider(RealmStanding.NONE);
        }
        Collection<OrganizationRole> held = roles.heldBy(inviter.getId(), List.of(row.organizationId()))
                .getOrDefault(row.organizationId(), List.of());
        return Authority.member(RealmStanding.NONE, held);
    }

    private void report(OrganizationModel organization, UserModel user) {
        new EventBuilder(realm(), session, session.getContext().getConnection())
                .event(EventType.INVITE_ORG)
                .client(session.getContext().getClient())
                .user(user)
                .detail(Details.USERNAME, user.getUsername())
                .detail(Details.ORG_ID, organization.getId())
                .success();
    }

    private OrganizationProvider provider() {
        return session.getProvider(OrganizationProvider.class);
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }

    /**
     * An invitation that this transaction has used up.
     *
     * @param given the roles that come with it
     */
    public record Claimed(String invitationId, String organizationId, List<OrganizationRole> given) {}
}
