package dev.gatehouse.organization.keycloak.invitation;

import dev.gatehouse.foundation.keycloak.RealmSecret;
import dev.gatehouse.foundation.keycloak.RegisteredLinks;
import dev.gatehouse.foundation.page.CursorSeal;
import dev.gatehouse.organization.invitation.InvitationToken;
import java.net.URI;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.services.resources.RealmsResource;
import org.keycloak.services.util.ResolveRelative;

/** The addresses that an invitation leads to, and what its token is known by. */
final class InvitationLinks {

    /** The parameter of our page that says where it leads on to. */
    static final String NEXT = "next";

    private final KeycloakSession session;

    InvitationLinks(KeycloakSession session) {
        this.session = session;
    }

    /** The link of the mail: to the first-party application's registered pages, or to our own. */
    String link(InvitationToken token) {
        return RegisteredLinks.base(session).page("accept-invitation", token.value());
    }

    /** What is stored instead of the token; another realm's would be another. */
    String digest(InvitationToken token) {
        return token.digest(RealmSecret.of(session, realm(), "invitations"));
    }

    /** What stands for an address where only its sameness matters. */
    String addressDigest(String address) {
        return new InvitationToken(address).digest(RealmSecret.of(session, realm(), "invitation addresses"));
    }

    /** Where a new member goes: what the organization says, or the account console. */
    String destination(OrganizationModel organization) {
        String redirect = organization.getRedirectUrl();
        return redirect == null || redirect.isBlank() ? accountConsole() : redirect;
    }

    /**
     * An address of ours that leads on to this one. A login adds its own parameters to where it ends, and the account console,
     * which begins a login of its own, would be refused with them.
     */
    String leadingTo(String destination) {
        return RealmsResource.realmBaseUrl(session.getContext().getUri())
                .path(InvitationPageFactory.ID)
                .queryParam(NEXT, seal().seal(destination))
                .build(realm().getName())
                .toString();
    }

    /** Where an address that {@link #leadingTo} made leads; nothing for one that somebody else made. */
    Optional<URI> next(String sealed) {
        return seal().open(sealed).map(URI::create);
    }

    private CursorSeal seal() {
        return new CursorSeal(RealmSecret.of(session, realm(), "invitations"), "where a newcomer goes");
    }

    private String accountConsole() {
        ClientModel account = realm().getClientByClientId(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID);
        String base = account == null ? null : account.getBaseUrl();
        return account == null || base == null || base.isBlank()
                ? Urls.accountBase(session.getContext().getUri().getBaseUri())
                        .path("/")
                        .build(realm().getName())
                        .toString()
                : ResolveRelative.resolveRelativeUri(session, account.getRootUrl(), base);
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }
}
