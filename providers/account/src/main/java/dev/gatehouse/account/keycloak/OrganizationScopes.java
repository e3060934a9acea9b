package dev.gatehouse.account.keycloak;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.organization.protocol.mappers.oidc.OrganizationScope;
import org.keycloak.organization.utils.Organizations;
import org.keycloak.protocol.oidc.TokenManager;

/**
 * The scopes of a login. Those that name an organization are judged only once the user is known: judged earlier, they
 * would tell anybody which organizations exist.
 */
final class OrganizationScopes {
    private static final String NAMED = "organization:";

    private final KeycloakSession session;
    private final ClientModel client;

    OrganizationScopes(KeycloakSession session, ClientModel client) {
        this.session = session;
        this.client = client;
    }

    /** The scope parameter with the organization in it. */
    static @Nullable String with(@Nullable String scope, @Nullable String organization) {
        if (organization == null) {
            return scope;
        }
        return scope == null ? NAMED + organization : scope + " " + NAMED + organization;
    }

    /** Whether the client may ask for these scopes, leaving aside which organizations there are. */
    boolean areKnown(@Nullable String scope) {
        return scope == null || TokenManager.isValidScope(session, without(scope, this::namesOrganization), client);
    }

    /** Whether this user is a member of every organization that the scopes name. */
    boolean areOpenTo(UserModel user, @Nullable String scope) {
        return scope == null || TokenManager.isValidScope(session, scope, client, user);
    }

    /** The id of the organization that a login is for, for its events alone; null where there is none of that alias. */
    static @Nullable String idOf(KeycloakSession session, @Nullable String alias) {
        OrganizationModel organization = alias == null || !Organizations.isEnabled(session)
                ? null
                : session.getProvider(OrganizationProvider.class).getByAlias(alias);
        return organization == null ? null : organization.getId();
    }

    private boolean namesOrganization(String scope) {
        return Organizations.isEnabled(session)
                && OrganizationScope.valueOfScope(session, scope) == OrganizationScope.SPECIFIC;
    }

    private static @Nullable String without(String scope, Predicate<String> unwanted) {
        Set<String> scopes = new LinkedHashSet<>(Arrays.asList(scope.split(" ", -1)));
        scopes.removeIf(unwanted);
        return scopes.isEmpty() ? null : scopes.stream().collect(Collectors.joining(" "));
    }
}
