package dev.gatehouse.mfa.keycloak.notice;

import dev.gatehouse.foundation.keycloak.EnabledRealm;
import dev.gatehouse.mfa.keycloak.OwnFactors;
import dev.gatehouse.mfa.notice.CredentialPath;
import dev.gatehouse.mfa.notice.FactorNotice;
import dev.gatehouse.mfa.notice.OwnChange;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * One mail for each change, in the transaction of the change: none is told of that did not come to be. Keycloak reports the
 * change of an authenticator app twice, for the sake of older listeners; the event under its older name is passed over.
 */
final class FactorNoticeListener implements EventListenerProvider {

    private final KeycloakSession session;

    FactorNoticeListener(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        if (event.getError() == null
                && (event.getType() == EventType.REMOVE_CREDENTIAL || event.getType() == EventType.UPDATE_CREDENTIAL)) {
            FactorNotice.ofOwner(change(event), detail(event.getDetails(), Details.CREDENTIAL_TYPE))
                    .ifPresent(notice -> mail(event.getRealmId(), event.getUserId())
                            .ifPresent(mail -> mail.send(
                                    notice,
                                    event.getTime(),
                                    event.getIpAddress(),
                                    detail(event.getDetails(), Details.CREDENTIAL_USER_LABEL))));
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        if (event.getError() == null && event.getOperationType() == OperationType.ACTION) {
            CredentialPath.userId(event.getResourcePath())
                    .ifPresent(userId -> FactorNotice.ofAdministrator(
                                    detail(event.getDetails(), Details.CREDENTIAL_TYPE))
                            .ifPresent(notice -> mail(event.getRealmId(), userId)
                                    .ifPresent(mail -> mail.send(notice, event.getTime(), null, null))));
        }
    }

    private static OwnChange change(Event event) {
        if (event.getType() == EventType.REMOVE_CREDENTIAL) {
            return OwnChange.REMOVED;
        }
        return detail(event.getDetails(), OwnFactors.CHANGED) == null ? OwnChange.SET_UP : OwnChange.CHANGED;
    }

    private Optional<FactorNoticeMail> mail(@Nullable String realmId, @Nullable String userId) {
        RealmModel realm = realmId == null ? null : session.realms().getRealm(realmId);
        if (realm == null || userId == null || !EnabledRealm.isEnabled(realm)) {
            return Optional.empty();
        }
        UserModel user = session.users().getUserById(realm, userId);
        return user == null || user.getEmail() == null || user.getEmail().isBlank()
                ? Optional.empty()
                : Optional.of(new FactorNoticeMail(session.getProvider(EmailTemplateProvider.class), realm, user));
    }

    private static @Nullable String detail(@Nullable Map<String, String> details, String name) {
        return details == null ? null : details.get(name);
    }

    @Override
    public void close() {}
}
