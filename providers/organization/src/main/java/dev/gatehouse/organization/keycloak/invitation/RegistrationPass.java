package dev.gatehouse.organization.keycloak.invitation;

import dev.gatehouse.organization.keycloak.invitation.jpa.InvitationRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.TokenVerifier;
import org.keycloak.authentication.actiontoken.inviteorg.InviteOrgActionToken;
import org.keycloak.common.VerificationException;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;

/**
 * Keycloak's own signed invitation token, which its registration asks for. We hand it to whoever opened an invitation's
 * link and chose to register: short-lived, stored nowhere, and worth nothing once the invitation is used or taken back.
 * Links that Keycloak mailed itself (before Gatehouse was turned on) carry one too.
 */
final class RegistrationPass {

    /** As long as filling in a form may take. */
    private static final Duration LIFESPAN = Duration.ofMinutes(30);

    private RegistrationPass() {}

    static String of(KeycloakSession session, InvitationRow row, String destination, Instant now) {
        int end = (int) Math.min(row.expiresAt(), now.plus(LIFESPAN).getEpochSecond());
        InviteOrgActionToken token =
                new InviteOrgActionToken(null, end, row.email(), Constants.ACCOUNT_MANAGEMENT_CLIENT_ID);
        token.setOrgId(row.organizationId());
        token.id(row.id());
        token.setRedirectUri(destination);
        return token.serialize(
                session, session.getContext().getRealm(), session.getContext().getUri());
    }

    /** The id of the invitation, if the token is one of this realm's and still good. */
    static Optional<String> read(KeycloakSession session, String text) {
        if (text.chars().filter(character -> character == '.').count() != 2) {
            return Optional.empty();
        }
        RealmModel realm = session.getContext().getRealm();
        try {
            TokenVerifier<InviteOrgActionToken> verifier = TokenVerifier.create(text, InviteOrgActionToken.class)
                    .withChecks(
                            TokenVerifier.IS_ACTIVE,
                            new TokenVerifier.RealmUrlCheck(Urls.realmIssuer(
                                    session.getContext().getUri().getBaseUri(), realm.getName())));
            SignatureProvider signatures = session.getProvider(
                    SignatureProvider.class, verifier.getHeader().getAlgorithm().name());
            if (signatures == null) {
                return Optional.empty();
            }
            InviteOrgActionToken token = verifier.verifierContext(
                            signatures.verifier(verifier.getHeader().getKeyId()))
                    .verify()
                    .getToken();
            return InviteOrgActionToken.TOKEN_TYPE.equals(token.getActionId())
                    ? Optional.ofNullable(token.getId())
                    : Optional.empty();
        } catch (VerificationException notGood) {
            return Optional.empty();
        }
    }
}
