package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.FactorType;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.keycloak.authentication.requiredactions.WebAuthnRegisterFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The required actions by which a login sets up a factor. */
final class Enrolment {

    private static final Map<FactorType, String> ACTIONS = Map.of(
            FactorType.EMAIL, ConfigureEmailOtpFactory.ID,
            FactorType.TOTP, UserModel.RequiredAction.CONFIGURE_TOTP.name(),
            FactorType.PASSKEY, WebAuthnRegisterFactory.PROVIDER_ID);

    private Enrolment() {}

    /** The kinds whose set-up the realm has turned on. */
    static Set<FactorType> possible(RealmModel realm, boolean withEmail) {
        Set<FactorType> possible = EnumSet.noneOf(FactorType.class);
        ACTIONS.forEach((type, action) -> {
            RequiredActionProviderModel model = realm.getRequiredActionProviderByAlias(action);
            if (model != null && model.isEnabled() && (withEmail || type != FactorType.EMAIL)) {
                possible.add(type);
            }
        });
        possible.retainAll(FactorType.ENROLLABLE);
        return possible;
    }

    static void begin(AuthenticationSessionModel login, FactorType type) {
        login.addRequiredAction(Objects.requireNonNull(ACTIONS.get(type)));
    }

    /** Whether one of these kinds is being set up by this login. */
    static boolean isUnderWay(AuthenticationSessionModel login, UserModel user, Set<FactorType> types) {
        Set<String> pending = login.getRequiredActions();
        return types.stream()
                .map(ACTIONS::get)
                .filter(Objects::nonNull)
                .anyMatch(action -> pending.contains(action)
                        || user.getRequiredActionsStream().anyMatch(action::equals));
    }
}
