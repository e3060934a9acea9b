package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.messaging.keycloak.KeycloakTextMessages;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Sets up codes by text message, at login and from the account console: to a number that is typed and then proven. */
public final class ConfigureSmsOtp extends ConfigureSentCode {

    private static final String NUMBER = "phone_number";
    private static final String OTHER = "other_number";
    private static final String TYPED = "gatehouse.mfa.phone-number";

    public ConfigureSmsOtp() {
        super(SentCodeKind.SMS);
    }

    @Override
    Optional<String> destination(RequiredActionContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        MultivaluedMap<String, String> input = context.getHttpRequest().getDecodedFormParameters();
        if (input.containsKey(OTHER)) {
            login.removeAuthNote(TYPED);
        } else if (input.containsKey(NUMBER)) {
            String typed = input.getFirst(NUMBER);
            PhoneNumberEntry entry = PhoneNumberEntry.read(KeycloakTextMessages.of(context.getSession()), typed);
            if (entry.number().isEmpty()) {
                context.form()
                        .addError(new FormMessage(NUMBER, entry.messageKey()))
                        .setAttribute("phoneNumber", typed);
                context.challenge(context.form().createForm("phone-number.ftl"));
                return Optional.empty();
            }
            login.setAuthNote(TYPED, entry.number().get());
        }
        Optional<String> number = Optional.ofNullable(login.getAuthNote(TYPED));
        if (number.isEmpty()) {
            context.challenge(context.form().createForm("phone-number.ftl"));
        }
        return number;
    }

    @Override
    boolean isDestinationTyped() {
        return true;
    }

    @Override
    public String getDisplayText() {
        return "Set up SMS codes";
    }
}
