package dev.gatehouse.account.keycloak.registration;

import dev.gatehouse.account.AccountOutcome;
import dev.gatehouse.account.AccountOutcome.Status;
import dev.gatehouse.account.keycloak.FirstPartyClients;
import dev.gatehouse.account.keycloak.jpa.CurrentTransaction;
import dev.gatehouse.account.registration.ProfileErrors;
import dev.gatehouse.account.registration.WaitingRegistration;
import dev.gatehouse.account.registration.jpa.JpaRegistrations;
import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.organization.Verdict;
import dev.gatehouse.organization.keycloak.Organizations;
import dev.gatehouse.organization.keycloak.jpa.Uniqueness;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.messages.Messages;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.ValidationException;

/** Makes a registration a user, once: when its address is verified and its password was shown. */
final class NewUser {
    /** As many tries at the password as at a one-time code; then the token is dead. */
    private static final int MOST_ATTEMPTS = 5;

    /** What Keycloak's own events call the way in. */
    private static final String METHOD = "gatehouse-rest";

    private static final FieldError TAKEN_USERNAME =
            new FieldError("/username", "taken", "Somebody has this username. Register with another.");

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Desk desk;

    NewUser(KeycloakSession session, Desk desk) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.desk = desk;
    }

    AccountOutcome create(WaitingRegistration registration, String password, EventBuilder event) {
        event.event(EventType.REGISTER)
                .detail(Details.REGISTER_METHOD, METHOD)
                .detail(Details.EMAIL, registration.email());
        if (!desk.apart().countAttempt(registration.id(), MOST_ATTEMPTS)) {
            event.error(Errors.INVALID_TOKEN);
            return AccountOutcome.of(Status.TOKEN);
        }
        PasswordRules passwords = new PasswordRules(session);
        if (!passwords.matches(registration.password(), password)) {
            event.error(Errors.INVALID_USER_CREDENTIALS);
            return AccountOutcome.of(Status.PASSWORD_WRONG);
        }
        desk.apart().forgiveAttempts(registration.id());
        UserProfile profile = new ProfileRules(session).profile(ProfileRules.read(registration.profile()));
        List<ValidationException.Error> violations =
                ProfileRules.violations(profile).toList();
        if (!violations.isEmpty()) {
            return refused(violations, event);
        }
        if (!new JpaRegistrations(new CurrentTransaction(session.getProvider(JpaConnectionProvider.class)))
                .claim(registration)) {
            event.error(Errors.INVALID_TOKEN);
            return AccountOutcome.of(Status.TOKEN);
        }
        try {
            return created(profile, registration, event);
        } catch (RuntimeException failure) {
            if (!Uniqueness.isViolated(failure)) {
                throw failure;
            }
            // Somebody took the name at this very moment.
            session.getTransactionManager().setRollbackOnly();
            return AccountOutcome.taken(TAKEN_USERNAME);
        }
    }

    private AccountOutcome created(UserProfile profile, WaitingRegistration registration, EventBuilder event) {
        UserModel user = profile.create();
        user.setEnabled(true);
        user.setEmailVerified(true);
        user.removeRequiredAction(UserModel.RequiredAction.VERIFY_EMAIL);
        new PasswordRules(session).give(user, registration.password());
        new CurrentTransaction(session.getProvider(JpaConnectionProvider.class)).flush();
        new FirstPartyClients(session)
                .defaultClient()
                .ifPresent(client -> session.getContext().setClient(client));
        Optional<Verdict> notAdmitted = notAdmitted(registration, user);
        if (notAdmitted.isPresent()) {
            session.getTransactionManager().setRollbackOnly();
            return AccountOutcome.of(Status.NOT_ADMITTED);
        }
        for (EventType type : List.of(EventType.REGISTER, EventType.VERIFY_EMAIL)) {
            event.clone()
                    .event(type)
                    .user(user)
                    .detail(Details.USERNAME, user.getUsername())
                    .success();
        }
        return AccountOutcome.DONE;
    }

    /** Why there is no user without the membership; an invitation that is gone stands in the way only where it was needed. */
    private Optional<Verdict> notAdmitted(WaitingRegistration registration, UserModel user) {
        Organizations organizations = Organizations.of(session);
        String invitation = registration.invitationId();
        if (invitation == null || !organizations.areAvailable()) {
            return Optional.empty();
        }
        Verdict verdict =
                organizations.acceptance().claimPending(invitation, user).verdict();
        boolean stands = verdict == Verdict.DONE
                || verdict == Verdict.ALREADY_MEMBER
                || (verdict == Verdict.INVALID_INVITATION && realm.isRegistrationAllowed());
        return stands ? Optional.empty() : Optional.of(verdict);
    }

    private AccountOutcome refused(List<ValidationException.Error> violations, EventBuilder event) {
        boolean isAddressTaken = has(violations, Messages.EMAIL_EXISTS)
                || (realm.isRegistrationEmailAsUsername() && has(violations, Messages.USERNAME_EXISTS));
        if (isAddressTaken) {
            event.error(Errors.EMAIL_IN_USE);
            return AccountOutcome.of(Status.TOKEN);
        }
        if (has(violations, Messages.USERNAME_EXISTS)) {
            event.error(Errors.USERNAME_IN_USE);
            return AccountOutcome.taken(TAKEN_USERNAME);
        }
        event.error(Errors.INVALID_REGISTRATION);
        return AccountOutcome.invalid(violations.stream()
                .map(violation -> ProfileErrors.of(violation.getAttribute(), violation.getMessage()))
                .toList());
    }

    private static boolean has(List<ValidationException.Error> violations, String message) {
        return violations.stream().anyMatch(violation -> violation.getMessage().equals(message));
    }
}
