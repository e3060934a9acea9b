package dev.gatehouse.organization.keycloak.invitation;

import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.organization.Checked;
import dev.gatehouse.organization.FieldCode;
import dev.gatehouse.organization.NewInvitation;
import dev.gatehouse.organization.OrganizationRole;
import dev.gatehouse.organization.Outcome;
import dev.gatehouse.organization.Permission;
import dev.gatehouse.organization.RealmStanding;
import dev.gatehouse.organization.Verdict;
import dev.gatehouse.organization.invitation.Invitation;
import dev.gatehouse.organization.invitation.InvitationBatch;
import dev.gatehouse.organization.invitation.InvitationToken;
import dev.gatehouse.organization.keycloak.Gate.Place;
import dev.gatehouse.organization.keycloak.invitation.jpa.InvitationRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.email.EmailException;
import org.keycloak.models.OrganizationInvitationModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.InvitationManager;

/**
 * One request's invitations to one organization, in order. What it looks up about addresses it looks up for all of them at
 * once, and for known and unknown ones alike.
 */
final class Inviting {

    private final Place place;
    private final OrganizationModel organization;
    private final InvitationManager store;
    private final @Nullable UserModel inviter;
    private final Collection<OrganizationRole> roles;
    private final Desk desk;
    private final Instant now;

    Inviting(
            Place place,
            OrganizationModel organization,
            InvitationManager store,
            @Nullable UserModel inviter,
            Collection<OrganizationRole> roles,
            Desk desk) {
        this.place = place;
        this.organization = organization;
        this.store = store;
        this.inviter = inviter;
        this.roles = roles;
        this.desk = desk;
        this.now = desk.clock().instant();
    }

    /** An answer for each, in order. */
    List<Outcome<Invitation>> all(InvitationBatch batch) throws EmailException {
        desk.queries().lock(organization.getId());
        Set<String> members = desk.queries().membersAmong(place.row().groupId(), batch.addresses());
        Map<String, InvitationRow> waiting = desk.queries().byAddress(organization.getId(), batch.addresses());
        long pending = desk.queries().pending(organization.getId(), now);
        List<Outcome<Invitation>> answers = new ArrayList<>();
        for (Checked<NewInvitation> entry : batch.entries()) {
            Outcome<Invitation> answer = entry.isGood()
                    ? one(entry.value(), members, waiting, pending)
                    : new Outcome<>(Verdict.MALFORMED, null, entry.errors());
            if (answer.isDone()) {
                pending++;
                waiting.put(answer.get().email(), row(answer.get()));
            }
            answers.add(answer);
        }
        return answers;
    }

    /**
     * A member's address is told as such only to who may read the members. For anybody else it is one like any other: the
     * invitation is stored and mailed, and leads to a page that says that nothing is left to do.
     */
    private Outcome<Invitation> one(
            NewInvitation wanted, Set<String> members, Map<String, InvitationRow> waiting, long pending)
            throws EmailException {
        String address = wanted.email().value();
        Outcome<Set<OrganizationRole>> chosen = wanted.roles().decide(place.authority(), roles);
        if (!chosen.isDone()) {
            return Outcome.refused(chosen);
        }
        if (members.contains(address) && place.authority().holds(Permission.MEMBERS_READ)) {
            return Outcome.refused(Verdict.ALREADY_MEMBER);
        }
        InvitationRow before = waiting.get(address);
        if (before != null && Instant.ofEpochSecond(before.expiresAt()).isAfter(now)) {
            return Outcome.refused(Verdict.ALREADY_INVITED);
        }
        if (pending >= desk.settings().pending()) {
            return Outcome.refused(Verdict.TOO_MANY_INVITATIONS);
        }
        if (!desk.seats().areFor(organization.getId(), wanted.email())) {
            return Outcome.refused(
                    Verdict.OUTSIDE_DOMAINS,
                    new FieldError("/email", FieldCode.VALUE, "Must be in a verified domain of the organization."));
        }
        if (!desk.seats().haveRoom(organization.getId())) {
            return Outcome.refused(Verdict.NO_SEAT);
        }
        if (!desk.queries().allowMail(organization.getId(), desk.links().addressDigest(address), now)) {
            return Outcome.refused(Verdict.MAILED_ENOUGH);
        }
        if (before != null) {
            desk.queries().revoke(organization.getId(), before.id());
        }
        return Outcome.done(stored(
                address, chosen.get().stream().map(OrganizationRole::name).toList(), wanted.message()));
    }

    private Invitation stored(String address, List<String> roleNames, @Nullable String message) throws EmailException {
        OrganizationInvitationModel invitation = store.create(organization, address, null, null);
        Instant end = now.plus(desk.settings().lifespan());
        invitation.setExpiresAt((int) end.getEpochSecond());
        InvitationToken token = InvitationToken.create(desk.random());
        String inviterId = inviter == null ? null : inviter.getId();
        desk.queries()
                .keep(
                        invitation.getId(),
                        desk.links().digest(token),
                        inviterId,
                        place.authority().standing() == RealmStanding.MANAGES,
                        message,
                        roleNames);
        desk.mail()
                .send(
                        organization,
                        address,
                        token,
                        desk.settings().lifespan(),
                        InvitationMail.Letter.of(inviter, roleNames, message));
        return Views.invitation(
                new InvitationRow(
                        invitation.getId(),
                        organization.getId(),
                        address,
                        invitation.getCreatedAt(),
                        invitation.getExpiresAt(),
                        message,
                        inviterId,
                        true),
                roleNames,
                now);
    }

    private InvitationRow row(Invitation made) {
        return new InvitationRow(
                made.id(),
                organization.getId(),
                made.email(),
                (int) made.createdAt().getEpochSecond(),
                (int) made.expiresAt().getEpochSecond(),
                null,
                null,
                null);
    }
}
