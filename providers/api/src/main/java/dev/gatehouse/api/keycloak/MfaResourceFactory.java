package dev.gatehouse.api.keycloak;

import dev.gatehouse.account.keycloak.FirstPartyLogin;
import dev.gatehouse.api.mfa.CodeAnswers;
import dev.gatehouse.api.mfa.MfaResource;
import dev.gatehouse.foundation.Feature;
import dev.gatehouse.foundation.SettingsSource;
import dev.gatehouse.mfa.OtpSettings;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** {@code /realms/{realm}/mfa}. */
public final class MfaResourceFactory extends ApiResourceFactory {
    private @Nullable CodeAnswers answers;

    public MfaResourceFactory() {
        super("mfa", Feature.MFA);
    }

    @Override
    protected void configure(SettingsSource settings) {
        answers = new CodeAnswers(OtpSettings.from(settings));
    }

    @Override
    protected Object resource(KeycloakSession session) {
        return new MfaResource(
                FirstPartyLogin.of(session),
                new KeycloakFactorsAccess(session),
                new KeycloakDevicesAccess(session),
                Objects.requireNonNull(answers));
    }
}
