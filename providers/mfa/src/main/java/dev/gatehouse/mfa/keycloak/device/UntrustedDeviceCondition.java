package dev.gatehouse.mfa.keycloak.device;

import dev.gatehouse.mfa.device.TrustedDevice;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.authentication.AuthenticationFlowCallback;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticator;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.CommonClientSessionModel.ExecutionStatus;

/**
 * Has a sub-flow of second factors skipped on a trusted device. Once the sub-flow is through, which is within the request that
 * showed the factor, trusts the device where the person ticked the box.
 */
final class UntrustedDeviceCondition implements ConditionalAuthenticator, AuthenticationFlowCallback {

    static final String FIELD = "trust_device";

    @Override
    public boolean matchCondition(AuthenticationFlowContext context) {
        UserModel user = context.getUser();
        Optional<TrustedDevice> device =
                user == null ? Optional.empty() : devices(context).kept(context.getAuthenticationSession());
        device.ifPresent(found -> context.getEvent().detail(UserDevices.DETAIL, found.id()));
        return device.isEmpty();
    }

    @Override
    public void onParentFlowSuccess(AuthenticationFlowContext context) {
        if (isAskedFor(context) && isFactorShown(context) && devices(context).areAllowed()) {
            devices(context).trustBrowser(context.getEvent());
        }
    }

    private static boolean isAskedFor(AuthenticationFlowContext context) {
        return context.getHttpRequest().getHttpMethod().equals("POST")
                && context.getHttpRequest().getDecodedFormParameters().containsKey(FIELD);
    }

    /** A sub-flow is through as well where its factor is only to be set up later. */
    private static boolean isFactorShown(AuthenticationFlowContext context) {
        Map<String, ExecutionStatus> states = context.getAuthenticationSession().getExecutionStatus();
        Set<String> succeeded = states.entrySet().stream()
                .filter(state -> state.getValue() == ExecutionStatus.SUCCESS)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return context.getRealm()
                .getAuthenticationExecutionsStream(context.getExecution().getParentFlow())
                .map(AuthenticationExecutionModel::getId)
                .anyMatch(succeeded::contains);
    }

    private static UserDevices devices(AuthenticationFlowContext context) {
        return UserDevices.of(context.getSession(), context.getRealm(), context.getUser());
    }

    @Override
    public void action(AuthenticationFlowContext context) {}

    @Override
    public boolean requiresUser() {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

    @Override
    public void close() {}
}
