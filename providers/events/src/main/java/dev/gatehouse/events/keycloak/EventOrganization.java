package dev.gatehouse.events.keycloak;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.organization.utils.Organizations;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.RootAuthenticationSessionModel;

/**
 * In which organization a user's event happened, where it happened in one: a login into it, for example.
 *
 * <p>A failure is an organization's only if it befell one of its members: whoever reads the organization's activity must
 * not learn by it who else has an account.
 */
public final class EventOrganization {
    private static final String NAMED_BY_SCOPE = "organization:";

    private EventOrganization() {}

    /** Its id: named by the event itself, by the session, or by the login under way. */
    public static Optional<String> of(KeycloakSession session, Event event) {
        if (session.getContext().getRealm() == null || !Organizations.isEnabled(session)) {
            return Optional.empty();
        }
        return named(session, event).filter(id -> event.getError() == null || isMember(session, event, id));
    }

    private static Optional<String> named(KeycloakSession session, Event event) {
        Map<String, String> details = event.getDetails() == null ? Map.of() : event.getDetails();
        OrganizationModel current = session.getContext().getOrganization();
        if (details.containsKey(Details.ORG_ID)) {
            return Optional.ofNullable(details.get(Details.ORG_ID));
        }
        return current == null
                ? logins(session, details.get(Details.CODE_ID))
                        .flatMap(login -> ofLogin(session, login).stream())
                        .findFirst()
                        .or(() -> ofForm(session, details.get(Details.GRANT_TYPE)))
                : Optional.of(current.getId());
    }

    /** An event of a failure comes in a session of its own, which knows the login by its id alone. */
    private static Stream<AuthenticationSessionModel> logins(KeycloakSession session, @Nullable String id) {
        AuthenticationSessionModel current = session.getContext().getAuthenticationSession();
        if (current != null || id == null) {
            return Stream.ofNullable(current);
        }
        RootAuthenticationSessionModel root = session.authenticationSessions()
                .getRootAuthenticationSession(session.getContext().getRealm(), id);
        return root == null ? Stream.empty() : root.getAuthenticationSessions().values().stream();
    }

    private static Optional<String> ofLogin(KeycloakSession session, AuthenticationSessionModel login) {
        return Optional.ofNullable(login.getAuthNote(OrganizationModel.ORGANIZATION_ATTRIBUTE))
                .or(() -> ofScope(session, login.getClientNote(OIDCLoginProtocol.SCOPE_PARAM)));
    }

    /** A password sent to the token endpoint has no login that could be looked up. */
    private static Optional<String> ofForm(KeycloakSession session, @Nullable String grantType) {
        return OAuth2Constants.PASSWORD.equals(grantType)
                ? ofScope(
                        session,
                        session.getContext()
                                .getHttpRequest()
                                .getDecodedFormParameters()
                                .getFirst(OAuth2Constants.SCOPE))
                : Optional.empty();
    }

    private static Optional<String> ofScope(KeycloakSession session, @Nullable String scope) {
        return Stream.ofNullable(scope)
                .flatMap(text -> Stream.of(text.split(" ")))
                .filter(name -> name.startsWith(NAMED_BY_SCOPE))
                .map(name -> name.substring(NAMED_BY_SCOPE.length()))
                .findFirst()
                .map(session.getProvider(OrganizationProvider.class)::getByAlias)
                .map(OrganizationModel::getId);
    }

    private static boolean isMember(KeycloakSession session, Event event, String id) {
        RealmModel realm = session.getContext().getRealm();
        if (event.getUserId() == null) {
            return false;
        }
        UserModel user = session.users().getUserById(realm, event.getUserId());
        OrganizationModel organization =
                session.getProvider(OrganizationProvider.class).getById(id);
        return user != null && organization != null && organization.isMember(user);
    }
}
