package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.foundation.keycloak.EnabledRealm;
import java.util.Optional;
import org.keycloak.Config.Scope;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Tells who has logged in with one of their last backup codes, and offers new ones; nobody has to take them. */
public final class FewBackupCodes implements RequiredActionProvider, RequiredActionFactory {

    static final String ID = "FEW_BACKUP_CODES";

    private static final String LEFT = "gatehouse.mfa.backup-codes-left";
    private static final String RENEW = "renew";
    private static final String TEMPLATE = "few-backup-codes.ftl";
    private static final String RENEWAL = UserModel.RequiredAction.CONFIGURE_RECOVERY_AUTHN_CODES.name();

    /** Notes for the end of this login how many are left, if they are few. */
    static void count(KeycloakSession session, AuthenticationSessionModel login, UserModel user) {
        if (EnabledRealm.isEnabled(login.getRealm())) {
            CountedRecoveryCodesProvider.of(session)
                    .fewLeft(user)
                    .ifPresent(left -> login.setAuthNote(LEFT, String.valueOf(left)));
        }
    }

    /** Keycloak has new ones made by itself where none is left. */
    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        if (left(login).filter(left -> !left.equals("0")).isPresent()
                && !login.getRequiredActions().contains(RENEWAL)) {
            login.addRequiredAction(ID);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        Optional<String> left = left(context.getAuthenticationSession());
        if (left.isEmpty()) {
            context.success();
            return;
        }
        context.challenge(context.form()
                .setAttribute("codesLeft", left.get())
                .setAttribute("codesRenewable", isRenewable(context))
                .createForm(TEMPLATE));
    }

    @Override
    public void processAction(RequiredActionContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        login.removeAuthNote(LEFT);
        if (context.getHttpRequest().getDecodedFormParameters().containsKey(RENEW) && isRenewable(context)) {
            login.addRequiredAction(RENEWAL);
        }
        context.success();
    }

    private static Optional<String> left(AuthenticationSessionModel login) {
        return Optional.ofNullable(login.getAuthNote(LEFT));
    }

    private static boolean isRenewable(RequiredActionContext context) {
        RequiredActionProviderModel renewal = context.getRealm().getRequiredActionProviderByAlias(RENEWAL);
        return renewal != null && renewal.isEnabled();
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayText() {
        return "Few backup codes are left";
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return this;
    }

    @Override
    public void init(Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
