package dev.gatehouse.account.keycloak.registration;

import dev.gatehouse.account.AccountOutcome;
import dev.gatehouse.account.AccountOutcome.Status;
import dev.gatehouse.account.keycloak.jpa.CurrentTransaction;
import dev.gatehouse.account.password.BrokenRule;
import dev.gatehouse.account.registration.Errand;
import dev.gatehouse.account.registration.RegistrationRequest;
import dev.gatehouse.account.registration.WaitingRegistration;
import dev.gatehouse.account.registration.jpa.JpaRegistrations;
import dev.gatehouse.foundation.keycloak.RealmSecret;
import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.organization.invitation.InvitationToken;
import dev.gatehouse.organization.keycloak.Organizations;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Takes registrations. Looks at what was sent and at the realm's rules, never at who has an account: that is looked into once
 * the answer is given, and told to the address alone.
 */
public final class Registrar {
    private static final FieldError FIXED_USERNAME =
            new FieldError("/username", "value", "In this realm the e-mail address is the username.");

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Desk desk;
    private final ErrandBook errands;

    public Registrar(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.desk = LinkPageFactory.desk(session);
        this.errands = new ErrandBook(session, desk);
    }

    /** Has the address written to; it is verified with the token of that mail and the password of this request. */
    public AccountOutcome register(RegistrationRequest request) {
        Optional<String> invitation = invitation(request);
        boolean isInvited = request.invitationToken() != null;
        if (isInvited ? invitation.isEmpty() : !realm.isRegistrationAllowed()) {
            return AccountOutcome.of(Status.CLOSED);
        }
        if (realm.isRegistrationEmailAsUsername()
                && request.username() != null
                && !request.username().equalsIgnoreCase(request.email())) {
            return AccountOutcome.invalid(List.of(FIXED_USERNAME));
        }
        ProfileRules profile = new ProfileRules(session);
        List<FieldError> errors = profile.errors(request);
        if (!errors.isEmpty()) {
            return AccountOutcome.invalid(errors);
        }
        PasswordRules passwords = new PasswordRules(session);
        List<BrokenRule> rules = passwords.brokenBy(profile.username(request), request.email(), request.password());
        if (!rules.isEmpty()) {
            return AccountOutcome.refusedPassword(rules);
        }
        Instant now = desk.clock().instant();
        WaitingRegistration registration = new WaitingRegistration(
                UUID.randomUUID().toString(),
                realm.getId(),
                request.email().toLowerCase(Locale.ROOT),
                source(),
                passwords.hash(request.password()),
                ProfileRules.write(profile.attributes(request)),
                invitation.orElse(null),
                null,
                now,
                now.plus(desk.settings().verificationLifetime()));
        new JpaRegistrations(new CurrentTransaction(session.getProvider(JpaConnectionProvider.class)))
                .add(registration);
        errands.add(Errand.Kind.REGISTRATION, registration.email(), registration.id());
        return AccountOutcome.DONE;
    }

    /** Has the mail with the link sent once more, if there is anything to verify at this address. */
    public void sendAgain(String email) {
        errands.add(Errand.Kind.VERIFICATION_AGAIN, email.toLowerCase(Locale.ROOT), null);
    }

    private Optional<String> invitation(RegistrationRequest request) {
        String token = request.invitationToken();
        Organizations organizations = Organizations.of(session);
        return token != null && organizations.areAvailable()
                ? organizations.acceptance().pendingFor(token, request.email())
                : Optional.empty();
    }

    private String source() {
        return new InvitationToken(errands.ipAddress()).digest(RealmSecret.of(session, realm, "registration sources"));
    }
}
