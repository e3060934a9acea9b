package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.messaging.keycloak.KeycloakTextMessages;
import dev.gatehouse.mfa.FactorType;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.keycloak.authentication.requiredactions.WebAuthnRegisterFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The required actions by which a login sets up a factor. */
final class Enrolment {

    private static final Map<FactorType, String> ACTIONS = Map.of(
            FactorType.EMAIL, SentCodeKind.EMAIL.enrolmentAction(),
            FactorType.SMS, SentCodeKind.SMS.enrolmentAction(),
            FactorType.TOTP, UserModel.RequiredAction.CONFIGURE_TOTP.name(),
            FactorType.PASSKEY, WebAuthnRegisterFactory.PROVIDER_ID);

    private static final String BEGUN = "gatehouse.mfa.enrolment";

    private Enrolment() {}

    /** The kinds whose set-up the realm has turned on. */
    static Set<FactorType> possible(KeycloakSession session, RealmModel realm) {
        boolean withSent = Mfa.of(session).isOnIn(realm);
        Set<FactorType> possible = EnumSet.noneOf(FactorType.class);
        ACTIONS.forEach((type, action) -> {
            RequiredActionProviderModel model = realm.getRequiredActionProviderByAlias(action);
            if (model != null
                    && model.isEnabled()
                    && (withSent || SentCodeKind.of(type).isEmpty())) {
                possible.add(type);
            }
        });
        possible.retainAll(FactorType.ENROLLABLE);
        if (!KeycloakTextMessages.of(session).areOffered()) {
            possible.remove(FactorType.SMS);
        }
        return possible;
    }

    /** Has this login set the factor up, before it is complete. */
    static void begin(AuthenticationSessionModel login, FactorType type) {
        login.setAuthNote(BEGUN, type.name());
        login.addRequiredAction(action(type));
    }

    /** Whether this login is at setting a factor up. */
    static boolean isUnderWay(AuthenticationSessionModel login) {
        return begun(login)
                .filter(type -> login.getRequiredActions().contains(action(type)))
                .isPresent();
    }

    /**
     * The factor that this very login set up: Keycloak takes an action from a login when it succeeded there and only then. A
     * factor that the user set up elsewhere meanwhile proves nothing about who is here.
     */
    static Optional<FactorType> finished(AuthenticationSessionModel login) {
        Optional<FactorType> finished =
                begun(login).filter(type -> !login.getRequiredActions().contains(action(type)));
        finished.ifPresent(type -> login.removeAuthNote(BEGUN));
        return finished;
    }

    /** One of these kinds whose set-up somebody told the user to do anyway. */
    static Optional<FactorType> demanded(UserModel user, Set<FactorType> types) {
        return types.stream()
                .filter(type -> user.getRequiredActionsStream().anyMatch(action(type)::equals))
                .findFirst();
    }

    private static Optional<FactorType> begun(AuthenticationSessionModel login) {
        return Optional.ofNullable(login.getAuthNote(BEGUN)).map(FactorType::valueOf);
    }

    private static String action(FactorType type) {
        return Objects.requireNonNull(ACTIONS.get(type));
    }
}
