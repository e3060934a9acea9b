package dev.gatehouse.organization.keycloak.choice;

import dev.gatehouse.foundation.keycloak.jpa.EntityManagers;
import dev.gatehouse.organization.keycloak.Organizations;
import dev.gatehouse.organization.keycloak.jpa.OrganizationQueries;
import dev.gatehouse.organization.keycloak.jpa.OrganizationRow;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.organization.protocol.mappers.oidc.OrganizationScope;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/**
 * Asks a user of several organizations which one a login with the scope {@code organization} is for, whatever way the login
 * came: a required action is met on every one. What was chosen for a client stays chosen while the session lasts, unless the
 * client sends {@code prompt=select_account}.
 *
 * <p>Never more than one page of organizations is read, of however many there are.
 */
public final class OrganizationChoice implements RequiredActionProvider, RequiredActionFactory {

    public static final String ID = "CHOOSE_ORGANIZATION";

    private static final String ORGANIZATION = OrganizationModel.ORGANIZATION_ATTRIBUTE;
    private static final String SEARCH = "search";

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        KeycloakSession session = context.getSession();
        if (!Organizations.of(session).areAvailable()
                || !hasPages(login)
                || login.getClientNote(ORGANIZATION) != null
                || OrganizationScope.valueOfScope(session) != OrganizationScope.ANY) {
            login.removeRequiredAction(ID);
            return;
        }
        Optional<String> before = chosenBefore(context);
        if (before.isPresent()) {
            login.setClientNote(ORGANIZATION, before.get());
        } else if (choices(context, null, 2).size() > 1) {
            login.addRequiredAction(ID);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        context.challenge(
                ChoicePage.of(choices(context, null, ChoicePage.ROWS + 1), null).show(context.form()));
    }

    @Override
    public void processAction(RequiredActionContext context) {
        MultivaluedMap<String, String> input = context.getHttpRequest().getDecodedFormParameters();
        String chosen = input.getFirst("organization");
        if (chosen == null || chosen.isEmpty()) {
            String search = ChoicePage.search(input.getFirst(SEARCH));
            context.challenge(ChoicePage.of(choices(context, search, ChoicePage.ROWS + 1), search)
                    .show(context.form()));
        } else if (isMemberOf(context, chosen)) {
            context.getAuthenticationSession().setClientNote(ORGANIZATION, chosen);
            context.success();
        } else {
            requiredActionChallenge(context);
        }
    }

    /** A direct grant has none: its client names the organization, or gets none. */
    private static boolean hasPages(AuthenticationSessionModel login) {
        return login.getRedirectUri() != null;
    }

    /** What this session already chose for this client, if it still holds. */
    private static Optional<String> chosenBefore(RequiredActionContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        if (TokenUtil.hasPrompt(
                login.getClientNote(OIDCLoginProtocol.PROMPT_PARAM), OIDCLoginProtocol.PROMPT_VALUE_SELECT_ACCOUNT)) {
            return Optional.empty();
        }
        UserSessionModel userSession = context.getSession()
                .sessions()
                .getUserSession(context.getRealm(), login.getParentSession().getId());
        AuthenticatedClientSessionModel clientSession =
                userSession == null || !context.getUser().equals(userSession.getUser())
                        ? null
                        : userSession.getAuthenticatedClientSessionByClient(
                                login.getClient().getId());
        return Optional.ofNullable(clientSession)
                .map(before -> before.getNote(ORGANIZATION))
                .filter(organization -> isMemberOf(context, organization));
    }

    private static boolean isMemberOf(RequiredActionContext context, String organizationId) {
        return !OrganizationQueries.of(EntityManagers.of(context.getSession()))
                .organizationsAmong(
                        context.getRealm().getId(), context.getUser().getId(), Set.of(organizationId))
                .isEmpty();
    }

    private static List<OrganizationRow> choices(RequiredActionContext context, @Nullable String search, int maximum) {
        return OrganizationQueries.of(EntityManagers.of(context.getSession()))
                .choices(context.getRealm().getId(), context.getUser().getId(), search, maximum);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayText() {
        return "Choose an organization";
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return this;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
