package dev.gatehouse.organization.keycloak;

import dev.gatehouse.organization.OrganizationRole;
import dev.gatehouse.organization.TokenClaim;
import dev.gatehouse.organization.keycloak.jpa.OrganizationRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.organization.protocol.mappers.oidc.OrganizationMembershipMapper;
import org.keycloak.organization.protocol.mappers.oidc.OrganizationScope;
import org.keycloak.protocol.ProtocolMapperUtils;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.representations.IDToken;

/**
 * Puts the user's roles and permissions into the {@code organization} claim: {@code {"acme": {"id", "roles",
 * "permissions"}}}.
 *
 * <p>It stands in for Keycloak's mapper under the same provider id, because Keycloak takes a scope for an organization
 * scope by that id: {@code organization} and {@code organization:acme} mean what they always mean, and no realm has to be
 * configured anew. Where Gatehouse is off, Keycloak's mapper does its work as ever.
 */
public final class OrganizationClaimMapper extends OrganizationMembershipMapper {

    @Override
    public int order() {
        return super.order() + 1;
    }

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel model,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext clientSession) {
        Organizations organizations = Organizations.of(session);
        if (!organizations.areAvailable()) {
            super.setClaim(token, model, userSession, session, clientSession);
            return;
        }
        UserModel user = userSession.getUser();
        if (user == null) {
            return;
        }
        Map<OrganizationRow, Collection<OrganizationRole>> roles = asked(organizations, user, session, clientSession);
        if (roles.size() == 1) {
            // What Keycloak binds the refresh token to, so that the organization stays the same after a refresh.
            String id = roles.keySet().iterator().next().id();
            session.getContext()
                    .setOrganization(
                            session.getProvider(OrganizationProvider.class).getById(id));
        }
        if (!roles.isEmpty() && roles.size() <= TokenClaim.MAXIMUM_ORGANIZATIONS) {
            Map<String, Map<String, Object>> claims = new LinkedHashMap<>();
            roles.forEach((row, held) -> claims.put(row.alias(), TokenClaim.of(row.id(), held)));
            Map<String, Object> claim = TokenClaim.fitting(claims);
            if (!claim.isEmpty()) {
                OIDCAttributeMapperHelper.mapClaim(token, asJson(model), claim);
            }
        }
    }

    /** The organizations that this token is for: the one of the login, or those that the scope names. */
    private static Map<OrganizationRow, Collection<OrganizationRole>> asked(
            Organizations organizations, UserModel user, KeycloakSession session, ClientSessionContext clientSession) {
        KeycloakContext context = session.getContext();
        OrganizationModel current = context.getOrganization();
        if (current != null) {
            return organizations.rolesOf(user, Set.of(current.getId()), 1);
        }
        String scopes = clientSession.getScopeString(true);
        OrganizationScope scope = OrganizationScope.valueOfScope(session, scopes);
        if (scope == null) {
            return Map.of();
        }
        // Never all organizations of a user only to count them.
        return switch (scope) {
            case ALL -> organizations.rolesOf(user, null, TokenClaim.MAXIMUM_ORGANIZATIONS + 1);
            case SPECIFIC -> organizations.rolesOf(user, resolved(scope, user, scopes, session), 1);
            case ANY -> chosen(organizations, user, clientSession);
        };
    }

    /** The organization that was chosen for this client, or the only one that there is. */
    private static Map<OrganizationRow, Collection<OrganizationRole>> chosen(
            Organizations organizations, UserModel user, ClientSessionContext clientSession) {
        String chosen = clientSession.getClientSession().getNote(OrganizationModel.ORGANIZATION_ATTRIBUTE);
        if (chosen != null) {
            return organizations.rolesOf(user, Set.of(chosen), 1);
        }
        Map<OrganizationRow, Collection<OrganizationRole>> firstTwo = organizations.rolesOf(user, null, 2);
        return firstTwo.size() == 1 ? firstTwo : Map.of();
    }

    private static Set<String> resolved(
            OrganizationScope scope, UserModel user, @Nullable String scopes, KeycloakSession session) {
        return scope.resolveOrganizations(user, scopes, session)
                .map(OrganizationModel::getId)
                .collect(Collectors.toSet());
    }

    /** The mapper as the realm configured it, but that the claim is an object. */
    private static ProtocolMapperModel asJson(ProtocolMapperModel model) {
        Map<String, String> config = new HashMap<>(model.getConfig());
        config.putIfAbsent(OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME, OAuth2Constants.ORGANIZATION);
        config.put(OIDCAttributeMapperHelper.JSON_TYPE, "JSON");
        config.put(ProtocolMapperUtils.MULTIVALUED, "true");
        ProtocolMapperModel json = new ProtocolMapperModel();
        json.setId(model.getId());
        json.setName(model.getName());
        json.setProtocol(model.getProtocol());
        json.setProtocolMapper(model.getProtocolMapper());
        json.setConfig(config);
        return json;
    }
}
