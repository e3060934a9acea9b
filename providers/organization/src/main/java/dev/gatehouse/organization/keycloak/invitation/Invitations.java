package dev.gatehouse.organization.keycloak.invitation;

import dev.gatehouse.foundation.keycloak.jpa.EntityManagers;
import dev.gatehouse.foundation.page.Page;
import dev.gatehouse.organization.Caller;
import dev.gatehouse.organization.NewInvitation;
import dev.gatehouse.organization.OrganizationRole;
import dev.gatehouse.organization.Outcome;
import dev.gatehouse.organization.Permission;
import dev.gatehouse.organization.Seats;
import dev.gatehouse.organization.Verdict;
import dev.gatehouse.organization.invitation.Invitation;
import dev.gatehouse.organization.invitation.InvitationBatch;
import dev.gatehouse.organization.invitation.InvitationSettings;
import dev.gatehouse.organization.invitation.InvitationToken;
import dev.gatehouse.organization.keycloak.Gate;
import dev.gatehouse.organization.keycloak.Gate.Place;
import dev.gatehouse.organization.keycloak.RoleGroups;
import dev.gatehouse.organization.keycloak.Trail;
import dev.gatehouse.organization.keycloak.invitation.jpa.InvitationQueries;
import dev.gatehouse.organization.keycloak.invitation.jpa.InvitationRow;
import dev.gatehouse.organization.keycloak.jpa.Uniqueness;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.keycloak.email.EmailException;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.OrganizationProvider;

/** The invitations of an organization, for its own people: made, listed, sent again, taken back. */
public final class Invitations {

    private final KeycloakSession session;
    private final Gate gate;
    private final RoleGroups roles;
    private final InvitationQueries queries;
    private final Clock clock;
    private final Desk desk;

    public Invitations(
            KeycloakSession session,
            Gate gate,
            RoleGroups roles,
            InvitationSettings settings,
            Seats seats,
            Clock clock,
            RandomGenerator random) {
        this.session = session;
        this.gate = gate;
        this.roles = roles;
        this.queries = InvitationQueries.of(EntityManagers.of(session));
        this.clock = clock;
        InvitationLinks links = new InvitationLinks(session);
        this.desk = new Desk(queries, links, new InvitationMail(session, links), settings, seats, clock, random);
    }

    /** How many can still be accepted: each keeps a seat free. */
    public long pending(String organizationId) {
        return queries.pending(organizationId, clock.instant());
    }

    /**
     * Invites one address.
     *
     * @param needed the permission that this way of inviting asks for
     */
    public Outcome<Invitation> invite(
            Caller caller, String organizationId, Permission needed, NewInvitation invitation) {
        Outcome<List<Outcome<Invitation>>> answers =
                invite(caller, organizationId, needed, InvitationBatch.of(invitation));
        return answers.isDone() ? answers.get().get(0) : Outcome.refused(answers);
    }

    /** Invites several addresses; the outcome of each is its own, unless none can be mailed at all. */
    public Outcome<List<Outcome<Invitation>>> invite(
            Caller caller, String organizationId, Permission needed, InvitationBatch batch) {
        return gate.enter(caller, organizationId, needed, place -> {
            if (!place.row().enabled()) {
                return Outcome.refused(Verdict.FORBIDDEN);
            }
            return orRolledBack(() -> {
                List<Outcome<Invitation>> answers = inviting(caller, place).all(batch);
                answers.stream()
                        .filter(Outcome::isDone)
                        .forEach(made -> note(
                                caller,
                                OperationType.CREATE,
                                organizationId,
                                made.get().id()));
                return Outcome.done(answers);
            });
        });
    }

    /**
     * Those that wait and those that expired, in a fixed order that has no meaning.
     *
     * @param after the key of the page before, empty for the first
     */
    public Outcome<Page<Invitation>> list(Caller caller, String organizationId, String after, int limit) {
        return gate.enter(caller, organizationId, Permission.INVITATIONS_READ, place -> {
            Page<InvitationRow> page =
                    Page.of(queries.page(organizationId, after, limit + 1), limit, InvitationRow::id);
            Map<String, List<String>> names =
                    queries.roles(page.items().stream().map(InvitationRow::id).toList());
            Instant now = clock.instant();
            return Outcome.done(page.map(row -> Views.invitation(row, names.getOrDefault(row.id(), List.of()), now)));
        });
    }

    /** Takes one back: its link leads nowhere any more. */
    public Outcome<Boolean> revoke(Caller caller, String organizationId, String invitationId) {
        return gate.enter(caller, organizationId, Permission.INVITATIONS_MANAGE, place -> {
            Outcome<InvitationRow> found = manageable(place, organizationId, invitationId);
            if (!found.isDone()) {
                return Outcome.refused(found);
            }
            if (!queries.revoke(organizationId, invitationId)) {
                return Outcome.refused(Verdict.UNKNOWN_INVITATION);
            }
            note(caller, OperationType.DELETE, organizationId, invitationId);
            return Outcome.done(true);
        });
    }

    /** Sends one again, with a new link that counts from now; the link of the mail before opens nothing any more. */
    public Outcome<Invitation> resend(Caller caller, String organizationId, String invitationId) {
        return gate.enter(caller, organizationId, Permission.INVITATIONS_MANAGE, place -> {
            queries.lock(organizationId);
            Outcome<InvitationRow> found = manageable(place, organizationId, invitationId);
            return found.isDone() ? orRolledBack(() -> resent(caller, place, found.get())) : Outcome.refused(found);
        });
    }

    private Outcome<Invitation> resent(Caller caller, Place place, InvitationRow row) throws EmailException {
        Instant now = clock.instant();
        String organizationId = row.organizationId();
        if (!place.row().enabled()) {
            return Outcome.refused(Verdict.FORBIDDEN);
        }
        // One that expired gave its seat back.
        if (!Instant.ofEpochSecond(row.expiresAt()).isAfter(now)) {
            if (queries.pending(organizationId, now) >= desk.settings().pending()) {
                return Outcome.refused(Verdict.TOO_MANY_INVITATIONS);
            }
            if (!desk.seats().haveRoom(organizationId)) {
                return Outcome.refused(Verdict.NO_SEAT);
            }
        }
        if (!queries.allowMail(organizationId, desk.links().addressDigest(row.email()), now)) {
            return Outcome.refused(Verdict.MAILED_ENOUGH);
        }
        InvitationToken token = InvitationToken.create(desk.random());
        if (!queries.renew(
                row.id(), desk.links().digest(token), now.plus(desk.settings().lifespan()))) {
            return Outcome.refused(Verdict.UNKNOWN_INVITATION);
        }
        List<String> names = rolesOf(row);
        String inviterId = row.inviterId();
        desk.mail()
                .send(
                        provider().getById(organizationId),
                        row.email(),
                        token,
                        desk.settings().lifespan(),
                        InvitationMail.Letter.of(
                                inviterId == null ? null : session.users().getUserById(realm(), inviterId),
                                names,
                                row.message()));
        note(caller, OperationType.ACTION, organizationId, row.id());
        return Outcome.done(Views.invitation(queries.byId(row.id()).orElse(row), names, now));
    }

    /** Nobody touches an invitation with a role that they could not give themselves. */
    private Outcome<InvitationRow> manageable(Place place, String organizationId, String invitationId) {
        return queries.find(organizationId, invitationId)
                .map(row -> {
                    List<String> names = rolesOf(row);
                    boolean held = existing(organizationId).stream()
                            .filter(role -> names.contains(role.name()))
                            .allMatch(place.authority()::mayGrant);
                    return held ? Outcome.done(row) : Outcome.<InvitationRow>refused(Verdict.ROLE_NOT_HELD);
                })
                .orElseGet(() -> Outcome.refused(Verdict.UNKNOWN_INVITATION));
    }

    private Inviting inviting(Caller caller, Place place) {
        String organizationId = place.row().id();
        return new Inviting(
                place,
                provider().getById(organizationId),
                provider().getInvitationManager(),
                session.users().getUserById(realm(), caller.userId()),
                existing(organizationId),
                desk);
    }

    /** A mail that cannot be queued, or a row that somebody else wrote first, leaves nothing behind. */
    private <T> Outcome<T> orRolledBack(Change<T> change) {
        Verdict verdict;
        try {
            return change.make();
        } catch (EmailException undeliverable) {
            verdict = Verdict.UNDELIVERABLE;
        } catch (RuntimeException failure) {
            if (!Uniqueness.isViolated(failure)) {
                throw failure;
            }
            verdict = Verdict.ALREADY_INVITED;
        }
        session.getTransactionManager().setRollbackOnly();
        return Outcome.refused(verdict);
    }

    private void note(Caller caller, OperationType operation, String organizationId, String invitationId) {
        Trail.of(session)
                .note(
                        caller,
                        operation,
                        ResourceType.ORGANIZATION_MEMBERSHIP,
                        organizationId,
                        "invitations",
                        invitationId);
    }

    private List<String> rolesOf(InvitationRow row) {
        return queries.roles(List.of(row.id())).getOrDefault(row.id(), List.of());
    }

    private Collection<OrganizationRole> existing(String organizationId) {
        return roles.of(organizationId);
    }

    private OrganizationProvider provider() {
        return session.getProvider(OrganizationProvider.class);
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }

    /** What may fail half-way. */
    private interface Change<T> {
        Outcome<T> make() throws EmailException;
    }
}
