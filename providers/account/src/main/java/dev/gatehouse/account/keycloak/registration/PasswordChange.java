package dev.gatehouse.account.keycloak.registration;

import dev.gatehouse.account.AccountOutcome;
import dev.gatehouse.account.AccountOutcome.Status;
import dev.gatehouse.account.keycloak.PasswordProof;
import dev.gatehouse.account.password.BrokenRule;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.storage.ReadOnlyException;

/** A user's new password, and all that belongs to it: events, the end of other sessions, a mail to the owner. */
public final class PasswordChange {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final Desk desk;

    public PasswordChange(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.desk = LinkPageFactory.desk(session);
    }

    /**
     * Has the user of this session replace the password: whoever knows the old one, and is not held up by guesses at it. The
     * user's other sessions end, and the owner is told.
     */
    public AccountOutcome replace(UserSessionModel userSession, String current, String password) {
        UserModel user = userSession.getUser();
        if (!new PasswordProof(session, desk.clock()).show(userSession, current)) {
            return AccountOutcome.of(Status.PASSWORD_WRONG);
        }
        List<BrokenRule> broken = new PasswordRules(session).brokenBy(user, password);
        if (!broken.isEmpty()) {
            return AccountOutcome.refusedPassword(broken);
        }
        EventBuilder event = new EventBuilder(
                        realm, session, session.getContext().getConnection())
                .client(session.getContext().getClient());
        if (!set(user, password, event)) {
            return AccountOutcome.of(Status.READ_ONLY);
        }
        endSessions(user, userSession, event);
        tellOwner(user);
        return AccountOutcome.DONE;
    }

    /**
     * Sets it, unless the password is kept where it cannot be changed from here.
     *
     * @param event for the client and the address that it comes from; not written itself
     */
    public boolean set(UserModel user, String password, EventBuilder event) {
        try {
            if (!user.credentialManager().updateCredential(UserCredentialModel.password(password, false))) {
                return false;
            }
        } catch (ReadOnlyException | ModelException refused) {
            session.getTransactionManager().setRollbackOnly();
            return false;
        }
        user.removeRequiredAction(UserModel.RequiredAction.UPDATE_PASSWORD);
        event.clone()
                .event(EventType.UPDATE_CREDENTIAL)
                .user(user)
                .detail(Details.CREDENTIAL_TYPE, PasswordCredentialModel.TYPE)
                .success();
        return true;
    }

    /**
     * Ends all sessions of the user, offline ones included, but this one.
     *
     * @param event for the client and the address that it comes from; not written itself
     */
    public void endSessions(UserModel user, @Nullable UserSessionModel but, EventBuilder event) {
        List<UserSessionModel> sessions = Stream.concat(
                        session.sessions().getUserSessionsStream(realm, user),
                        session.sessions().getOfflineUserSessionsStream(realm, user))
                .filter(one -> but == null || !one.getId().equals(but.getId()))
                .toList();
        for (UserSessionModel one : sessions) {
            AuthenticationManager.backchannelLogout(
                    session,
                    realm,
                    one,
                    session.getContext().getUri(),
                    session.getContext().getConnection(),
                    session.getContext().getHttpRequest().getHttpHeaders(),
                    true);
            event.clone().event(EventType.LOGOUT).user(user).session(one).success();
        }
    }

    /** Tells the owner, who may not be the one who did it. */
    public void tellOwner(UserModel user) {
        String address = user.getEmail();
        if (address != null && !address.isBlank()) {
            new AccountMail(session, desk.clock())
                    .tell(
                            Letter.PASSWORD_CHANGED,
                            address,
                            user.getFirstAttribute(UserModel.LOCALE),
                            new ErrandBook(session, desk).ipAddress());
        }
    }
}
