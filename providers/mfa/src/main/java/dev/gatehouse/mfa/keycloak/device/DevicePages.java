package dev.gatehouse.mfa.keycloak.device;

import jakarta.ws.rs.core.UriBuilder;
import java.util.Locale;
import java.util.Properties;
import org.keycloak.forms.login.LoginFormsPages;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProvider;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.Theme;

/**
 * Keycloak's pages, which also know whether to offer that the device be trusted, and for how long. Keycloak's own second
 * factors have no other way to be told: they set up their pages themselves, also after a wrong code.
 */
final class DevicePages extends FreeMarkerLoginFormsProvider {

    static final String ATTRIBUTE = "trustDeviceDays";

    DevicePages(KeycloakSession session) {
        super(session);
    }

    @Override
    protected void createCommonAttributes(
            Theme theme, Locale locale, Properties messages, UriBuilder base, LoginFormsPages page) {
        super.createCommonAttributes(theme, locale, messages, base, page);
        if (isSecondFactor() && user != null) {
            UserDevices devices = UserDevices.of(session, realm, user);
            if (devices.areAllowed()) {
                attributes.put(ATTRIBUTE, devices.days());
            }
        }
    }

    /** Whether the page belongs to a step of a sub-flow that has the condition. */
    private boolean isSecondFactor() {
        AuthenticationExecutionModel step = context == null ? null : context.getExecution();
        return step != null
                && step.getParentFlow() != null
                && realm.getAuthenticationExecutionsStream(step.getParentFlow())
                        .anyMatch(execution -> UntrustedDeviceConditionFactory.ID.equals(execution.getAuthenticator())
                                && execution.isEnabled());
    }
}
