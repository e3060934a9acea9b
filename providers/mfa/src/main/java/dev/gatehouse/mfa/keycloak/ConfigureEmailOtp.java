package dev.gatehouse.mfa.keycloak;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;

/** Sets up codes by e-mail, at login and from the account console: to the address in the profile. */
public final class ConfigureEmailOtp extends ConfigureSentCode {

    public ConfigureEmailOtp() {
        super(SentCodeKind.EMAIL);
    }

    @Override
    Optional<String> destination(RequiredActionContext context) {
        Optional<String> address =
                Optional.ofNullable(context.getUser().getEmail()).filter(email -> !email.isBlank());
        if (address.isEmpty()) {
            context.challenge(
                    context.form().setError("emailOtpNoAddress").createErrorPage(Response.Status.BAD_REQUEST));
        }
        return address;
    }

    @Override
    boolean isDestinationTyped() {
        return false;
    }

    @Override
    public String getDisplayText() {
        return "Set up e-mail codes";
    }
}
