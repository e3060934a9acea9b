package dev.gatehouse.organization.keycloak;

import dev.gatehouse.organization.EmailAddress;
import dev.gatehouse.organization.OrganizationRole;
import dev.gatehouse.organization.keycloak.jpa.MembershipQueries;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keycloak.TokenVerifier;
import org.keycloak.authentication.actiontoken.inviteorg.InviteOrgActionToken;
import org.keycloak.common.VerificationException;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationInvitationModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.InvitationManager;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;
import org.keycloak.protocol.oidc.utils.OIDCResponseType;
import org.keycloak.services.Urls;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.services.util.ResolveRelative;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.storage.adapter.InMemoryUserAdapter;

/**
 * Invitations as Keycloak keeps and accepts them, so that the admin console lists, resends and revokes them; the roles
 * that come with one are kept beside it.
 */
final class Invitations {

    private final KeycloakSession session;
    private final MembershipQueries queries;

    Invitations(KeycloakSession session, MembershipQueries queries) {
        this.session = session;
        this.queries = queries;
    }

    /**
     * Sends an invitation, unless the address is a member's or has one that is still good. The caller cannot tell.
     *
     * @throws EmailException when the mail cannot even be queued; then nothing may be kept
     */
    void send(
            OrganizationModel organization,
            EmailAddress address,
            Collection<OrganizationRole> roles,
            @Nullable String message)
            throws EmailException {
        RealmModel realm = session.getContext().getRealm();
        InvitationManager invitations =
                session.getProvider(OrganizationProvider.class).getInvitationManager();
        UserModel user = session.users().getUserByEmail(realm, address.value());
        OrganizationInvitationModel existing = invitations.getByEmail(organization, address.value());
        if ((user != null && organization.isMember(user)) || (existing != null && !existing.isExpired())) {
            return;
        }
        if (existing != null) {
            invitations.remove(existing.getId());
            // The address is unique: the old row has to go before the new one comes.
            queries.flush();
        }
        UserModel recipient = user != null ? user : stranger(realm, address);
        OrganizationInvitationModel invitation = invitations.create(organization, address.value(), null, null);
        String link = user != null
                ? acceptanceLink(organization, realm, user, invitation)
                : registrationLink(organization, realm, recipient, invitation);
        invitation.setInviteLink(link);
        queries.invited(
                invitation.getId(), roles.stream().map(OrganizationRole::name).toList());
        EmailTemplateProvider mail =
                session.getProvider(EmailTemplateProvider.class).setRealm(realm).setUser(recipient);
        if (message != null) {
            mail.setAttribute("invitationMessage", message);
        }
        mail.sendOrgInviteEmail(
                organization, link, TimeUnit.SECONDS.toMinutes(realm.getActionTokenGeneratedByAdminLifespan()));
    }

    /**
     * The names of the roles that came with the invitation which is being accepted in this very request, none on any
     * other way in: who is added in the console while an invitation waits gets nothing from it.
     */
    List<String> rolesBeingAccepted(OrganizationModel organization) {
        InviteOrgActionToken token = tokenBeingAccepted();
        if (token == null || !organization.getId().equals(token.getOrgId())) {
            return List.of();
        }
        OrganizationInvitationModel invitation = session.getProvider(OrganizationProvider.class)
                .getInvitationManager()
                .getById(token.getId());
        return invitation == null
                        || invitation.isExpired()
                        || !invitation.getOrganizationId().equals(organization.getId())
                ? List.of()
                : queries.invitedRoles(invitation.getId());
    }

    /** Keycloak has checked it before: a registration leaves it with the session, a click on the link with the login. */
    private @Nullable InviteOrgActionToken tokenBeingAccepted() {
        InviteOrgActionToken registering =
                session.getAttribute(InviteOrgActionToken.class.getName(), InviteOrgActionToken.class);
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        String link = login == null ? null : login.getAuthNote(Constants.KEY);
        if (registering != null || link == null) {
            return registering;
        }
        try {
            InviteOrgActionToken token =
                    TokenVerifier.create(link, InviteOrgActionToken.class).getToken();
            return InviteOrgActionToken.TOKEN_TYPE.equals(token.getActionId()) ? token : null;
        } catch (VerificationException otherLink) {
            return null;
        }
    }

    private UserModel stranger(RealmModel realm, EmailAddress address) {
        UserModel stranger = new InMemoryUserAdapter(session, realm, null);
        stranger.setEmail(address.value());
        return stranger;
    }

    private String acceptanceLink(
            OrganizationModel organization, RealmModel realm, UserModel user, OrganizationInvitationModel invitation) {
        return LoginActionsService.actionTokenProcessor(session.getContext().getUri())
                .queryParam("key", token(organization, realm, user, invitation))
                .build(realm.getName())
                .toString();
    }

    private String registrationLink(
            OrganizationModel organization,
            RealmModel realm,
            UserModel stranger,
            OrganizationInvitationModel invitation) {
        return OIDCLoginProtocolService.registrationsUrl(
                        session.getContext().getUri().getBaseUriBuilder())
                .queryParam("response_type", OIDCResponseType.CODE)
                .queryParam(Constants.CLIENT_ID, Constants.ACCOUNT_MANAGEMENT_CLIENT_ID)
                .queryParam(Constants.TOKEN, token(organization, realm, stranger, invitation))
                .buildFromMap(Map.of("realm", realm.getName(), "protocol", OIDCLoginProtocol.LOGIN_PROTOCOL))
                .toString();
    }

    private String token(
            OrganizationModel organization, RealmModel realm, UserModel user, OrganizationInvitationModel invitation) {
        InviteOrgActionToken token = new InviteOrgActionToken(
                user.getId(), invitation.getExpiresAt(), user.getEmail(), Constants.ACCOUNT_MANAGEMENT_CLIENT_ID);
        token.setOrgId(organization.getId());
        token.id(invitation.getId());
        String redirect = organization.getRedirectUrl();
        token.setRedirectUri(redirect == null || redirect.isBlank() ? accountConsole(realm) : redirect);
        return token.serialize(session, realm, session.getContext().getUri());
    }

    private String accountConsole(RealmModel realm) {
        ClientModel account = realm.getClientByClientId(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID);
        String base = account == null ? null : account.getBaseUrl();
        return account == null || base == null || base.isBlank()
                ? Urls.accountBase(session.getContext().getUri().getBaseUri())
                        .path("/")
                        .build(realm.getName())
                        .toString()
                : ResolveRelative.resolveRelativeUri(session, account.getRootUrl(), base);
    }
}
