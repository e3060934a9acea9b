package dev.gatehouse.account.keycloak;

import dev.gatehouse.account.Credentials;
import dev.gatehouse.account.LoginOutcome;
import dev.gatehouse.account.LoginOutcome.Refusal;
import dev.gatehouse.account.LoginTickets;
import dev.gatehouse.account.TicketPurpose;
import dev.gatehouse.account.keycloak.registration.PasswordRules;
import dev.gatehouse.mfa.keycloak.device.UserDevices;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.keycloak.OAuth2Constants;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.utils.AuthorizeClientUtil.ClientAuthResult;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.ResourceOwnerPasswordCredentialsContext;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Logs a user in to a first-party client. Imitates nothing: the client's own direct grant flow runs through Keycloak's
 * processor, so that every rule of the realm holds (brute force detection, required actions, consent, client policies,
 * events). Unlike the token endpoint it keeps the login alive while a second factor is due.
 */
public final class FirstPartyLogin {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeycloakSession session;
    private final RealmModel realm;
    private final FirstPartyClients clients;
    private final LoginTickets tickets;

    private FirstPartyLogin(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.clients = new FirstPartyClients(session);
        this.tickets = new LoginTickets(new SingleUseTicketStore(session.singleUseObjects()), RANDOM);
    }

    /** For the realm of the session's current request. */
    public static FirstPartyLogin of(KeycloakSession session) {
        return new FirstPartyLogin(session);
    }

    /** Starts a login with a password. */
    public LoginOutcome begin(Credentials credentials) {
        return asForm(form(credentials), () -> authenticateClient(credentials));
    }

    /** The login that waits behind this token to show a factor or to set one up, if it still does and nothing changed. */
    public Optional<PendingLogin> pending(String token) {
        return tickets.find(token, TicketPurpose.SECOND_FACTOR, realm.getId())
                .or(() -> tickets.find(token, TicketPurpose.ENROLMENT, realm.getId()))
                .flatMap(ticket -> PendingLogin.find(session, clients, token, ticket));
    }

    /**
     * As {@link #resume}, and trusts the device that the factor was shown on, where a policy lets it and the login is complete.
     */
    public LoginOutcome resumeTrusting(PendingLogin pending) {
        LoginOutcome outcome = resume(pending);
        UserDevices devices = UserDevices.of(session, realm, pending.user());
        return outcome instanceof LoginOutcome.LoggedIn loggedIn && devices.areAllowed()
                ? new LoginOutcome.LoggedIn(loggedIn.tokens()
                        .with(devices.trust(event().client(pending.login().getClient()), List.of())
                                .token()))
                : outcome;
    }

    /** Goes on with a login whose second factor was accepted. Uses the token up: of several at once, one goes on. */
    public LoginOutcome resume(PendingLogin pending) {
        return claim(pending) ? goOn(pending) : new LoginOutcome.Refused(Refusal.TICKET);
    }

    /** The login that waits behind this token for something that the account has to do first. */
    public Optional<PendingActions> pendingActions(String token) {
        return tickets.find(token, TicketPurpose.REQUIRED_ACTION, realm.getId())
                .flatMap(ticket -> PendingLogin.find(session, clients, token, ticket))
                .map(pending -> new PendingActions(session, pending, this));
    }

    /** Uses the token up: of several at once, for one only. */
    boolean claim(PendingLogin pending) {
        return tickets.claim(pending.token(), pending.purpose(), realm.getId()).isPresent();
    }

    LoginOutcome goOn(PendingLogin pending) {
        return asForm(Map.of(), () -> {
            EventBuilder event = event();
            LoginOutcome outcome = steps(pending.login().getClient(), event).goOn(pending.login());
            return outcome.equals(new LoginOutcome.Refused(Refusal.CREDENTIALS))
                    ? new LoginOutcome.Refused(Refusal.TICKET)
                    : outcome;
        });
    }

    private LoginOutcome authenticateClient(Credentials credentials) {
        EventBuilder event = event();
        Optional<ClientAuthResult> authenticated =
                clients.authenticate(clients.idOrDefault(credentials.clientId()), event);
        if (authenticated.isEmpty()) {
            return new LoginOutcome.Refused(Refusal.CLIENT);
        }
        ClientModel client = authenticated.get().getClient();
        session.getContext().setClient(client);
        if (!client.isDirectAccessGrantsEnabled() || client.isConsentRequired()) {
            event.detail(Details.REASON, "Client not allowed for direct access grants");
            event.error(Errors.NOT_ALLOWED);
            return new LoginOutcome.Refused(Refusal.CLIENT_POLICY);
        }
        try {
            session.clientPolicy()
                    .triggerOnEvent(new ResourceOwnerPasswordCredentialsContext(
                            session, session.getContext().getHttpRequest().getDecodedFormParameters()));
        } catch (ClientPolicyException refused) {
            return LoginSteps.refusedByPolicy(event, refused);
        }
        return logIn(credentials, authenticated.get(), event);
    }

    private LoginOutcome logIn(Credentials credentials, ClientAuthResult authenticated, EventBuilder event) {
        ClientModel client = authenticated.getClient();
        String scope = OrganizationScopes.with(credentials.scope(), credentials.organization());
        if (!new OrganizationScopes(session, client).areKnown(scope)) {
            event.detail(Details.REASON, "Invalid scopes");
            event.error(Errors.INVALID_REQUEST);
            return new LoginOutcome.Refused(Refusal.SCOPE);
        }
        event.detail(Details.ORG_ID, OrganizationScopes.idOf(session, credentials.organization()));
        AuthenticationSessionModel login = new DirectGrant(session, event).open(client, scope == null ? "" : scope);
        authenticated.getClientAuthAttributes().forEach(login::setUserSessionNote);
        if (credentials.acrValues() != null) {
            login.setClientNote(OIDCLoginProtocol.ACR_PARAM, credentials.acrValues());
        }
        UserDevices.present(session, credentials.deviceToken());
        LoginOutcome outcome = steps(client, event).goOn(login);
        if (outcome.equals(new LoginOutcome.Refused(Refusal.CREDENTIALS))) {
            spendTheSameWork(credentials.username());
        }
        return outcome;
    }

    /** A user without a password is refused without comparing any; see {@link PasswordRules#pretendToCompare}. */
    private void spendTheSameWork(String username) {
        UserModel user;
        try {
            user = KeycloakModelUtils.findUserByNameOrEmail(session, realm, username);
        } catch (org.keycloak.models.ModelDuplicateException ambiguous) {
            new PasswordRules(session).pretendToCompare();
            return;
        }
        if (user != null && user.getServiceAccountClientLink() == null && !Passwords.has(user)) {
            new PasswordRules(session).pretendToCompare();
        }
    }

    private LoginSteps steps(ClientModel client, EventBuilder event) {
        return new LoginSteps(session, client, event, tickets);
    }

    private EventBuilder event() {
        return new EventBuilder(realm, session, session.getContext().getConnection())
                .event(EventType.LOGIN)
                .detail(Details.GRANT_TYPE, OAuth2Constants.PASSWORD)
                .detail(Details.AUTH_METHOD, "oauth_credentials");
    }

    private <T> T asForm(Map<String, String> fields, Supplier<T> work) {
        HttpRequest original = session.getContext().getHttpRequest();
        session.getContext().setHttpRequest(new FormRequest(original, fields));
        try {
            return work.get();
        } finally {
            session.getContext().setHttpRequest(original);
        }
    }

    private Map<String, String> form(Credentials credentials) {
        Map<String, String> form = new HashMap<>();
        form.put(OAuth2Constants.GRANT_TYPE, OAuth2Constants.PASSWORD);
        form.put("username", credentials.username());
        form.put("password", credentials.password());
        form.put(OAuth2Constants.CLIENT_ID, clients.idOrDefault(credentials.clientId()));
        if (credentials.clientSecret() != null) {
            form.put(OAuth2Constants.CLIENT_SECRET, credentials.clientSecret());
        }
        String scope = OrganizationScopes.with(credentials.scope(), credentials.organization());
        if (scope != null) {
            form.put(OAuth2Constants.SCOPE, scope);
        }
        return form;
    }
}
