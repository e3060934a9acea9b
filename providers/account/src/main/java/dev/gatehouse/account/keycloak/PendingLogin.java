package dev.gatehouse.account.keycloak;

import dev.gatehouse.account.LoginTicket;
import dev.gatehouse.account.TicketPurpose;
import dev.gatehouse.mfa.ChallengeOutcome;
import dev.gatehouse.mfa.FactorType;
import dev.gatehouse.mfa.SetupOutcome;
import dev.gatehouse.mfa.VerificationOutcome;
import dev.gatehouse.mfa.keycloak.SecondFactors;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.RootAuthenticationSessionModel;

/** A login whose password was right, and which has to show a second factor, or to set one up. */
public final class PendingLogin {
    private final KeycloakSession session;
    private final String token;
    private final TicketPurpose purpose;
    private final AuthenticationSessionModel login;
    private final UserModel user;

    private PendingLogin(
            KeycloakSession session,
            String token,
            TicketPurpose purpose,
            AuthenticationSessionModel login,
            UserModel user) {
        this.session = session;
        this.token = token;
        this.purpose = purpose;
        this.login = login;
        this.user = user;
    }

    /** The login of this ticket, unless it ended or its client, user or password is no longer what it was. */
    static Optional<PendingLogin> find(
            KeycloakSession session, FirstPartyClients clients, String token, LoginTicket ticket) {
        RealmModel realm = session.getContext().getRealm();
        ClientModel client = realm.getClientById(ticket.client());
        RootAuthenticationSessionModel root =
                session.authenticationSessions().getRootAuthenticationSession(realm, ticket.rootSession());
        if (client == null || !clients.isUsable(client) || root == null) {
            return Optional.empty();
        }
        AuthenticationSessionModel login = root.getAuthenticationSession(client, ticket.tab());
        UserModel user = login == null ? null : login.getAuthenticatedUser();
        if (login == null
                || user == null
                || !user.isEnabled()
                || !user.getId().equals(ticket.user())
                || !Passwords.stamp(user).equals(ticket.passwordStamp())) {
            return Optional.empty();
        }
        session.getContext().setClient(client);
        session.getContext().setAuthenticationSession(login);
        return Optional.of(new PendingLogin(session, token, ticket.purpose(), login, user));
    }

    /** Has a code sent for this factor of the user, or once more for the one that is being set up. */
    public ChallengeOutcome challenge(String methodId) {
        return isEnrolment()
                ? SecondFactors.of(session).enrolment(login, user).challenge(methodId)
                : SecondFactors.of(session).challenge(login, user, methodId);
    }

    /** Judges a code; when it is accepted, {@link FirstPartyLogin#resume} goes on. */
    public VerificationOutcome verify(String challengeOrMethodId, String code) {
        return isEnrolment()
                ? SecondFactors.of(session).enrolment(login, user).prove(challengeOrMethodId, code)
                : SecondFactors.of(session).verify(login, user, challengeOrMethodId, code);
    }

    /** Begins to set a factor up; {@link SetupOutcome.Status#NOT_OFFERED} for a login that has one to show. */
    public SetupOutcome setUp(FactorType type, @Nullable String phoneNumber, @Nullable String label) {
        return isEnrolment()
                ? SecondFactors.of(session).enrolment(login, user).setUp(type, phoneNumber, label)
                : SetupOutcome.of(SetupOutcome.Status.NOT_OFFERED, type);
    }

    private boolean isEnrolment() {
        return purpose == TicketPurpose.ENROLMENT;
    }

    TicketPurpose purpose() {
        return purpose;
    }

    String token() {
        return token;
    }

    UserModel user() {
        return user;
    }

    AuthenticationSessionModel login() {
        return login;
    }
}
