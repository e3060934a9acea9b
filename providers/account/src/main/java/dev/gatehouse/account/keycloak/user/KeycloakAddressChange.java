package dev.gatehouse.account.keycloak.user;

import dev.gatehouse.account.AddressChange;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.keycloak.authentication.actiontoken.updateemail.UpdateEmailActionToken;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.LoginActionsService;

/**
 * Sends the link with which Keycloak itself confirms a new address: good once, as long as the address was not asked to be
 * another one meanwhile. The mail waits in the queue like every other.
 */
record KeycloakAddressChange(KeycloakSession session, RealmModel realm, UserModel user) implements AddressChange {
    private static final Logger LOG = Logger.getLogger(KeycloakAddressChange.class);

    @Override
    public void request(String newAddress) {
        int seconds = realm.getActionTokenGeneratedByUserLifespan(UpdateEmailActionToken.TOKEN_TYPE);
        UpdateEmailActionToken token = new UpdateEmailActionToken(
                user.getId(),
                Math.toIntExact(Time.currentTimeMillis() / 1000) + seconds,
                user.getEmail(),
                newAddress,
                session.getContext().getClient().getClientId());
        String link = LoginActionsService.actionTokenProcessor(
                        session.getContext().getUri())
                .queryParam(
                        "key",
                        token.serialize(session, realm, session.getContext().getUri()))
                .build(realm.getName())
                .toString();
        user.setSingleAttribute(UserModel.EMAIL_PENDING, newAddress);
        try {
            session.getProvider(EmailTemplateProvider.class)
                    .setRealm(realm)
                    .setUser(user)
                    .sendEmailUpdateConfirmation(link, TimeUnit.SECONDS.toMinutes(seconds), newAddress);
        } catch (EmailException failure) {
            LOG.errorf(
                    failure,
                    "User %s of realm %s could not be asked about a new address",
                    user.getId(),
                    realm.getName());
        }
    }
}
