package dev.gatehouse.mfa.keycloak;

import java.util.List;
import java.util.Map;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.utils.AcrUtils;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Which level of authentication a login was asked for, by its {@code acr_values} or its client's settings. */
final class RequestedLevel {

    private static final int PASSWORD = 1;

    private RequestedLevel() {}

    /** 1 where nothing was asked for. Of several values the lowest is enough, as at Keycloak's authorization endpoint. */
    static int of(AuthenticationSessionModel login) {
        String noted = login.getClientNote(Constants.REQUESTED_LEVEL_OF_AUTHENTICATION);
        return noted == null ? ofClient(login) : Integer.parseInt(noted);
    }

    /** The direct grant leaves this to us. */
    private static int ofClient(AuthenticationSessionModel login) {
        ClientModel client = login.getClient();
        Map<String, Integer> levels = AcrUtils.getAcrLoaMap(client);
        List<String> values = AcrUtils.getAcrValues(null, login.getClientNote(OIDCLoginProtocol.ACR_PARAM), client);
        return values.stream()
                .mapToInt(
                        value -> levels.getOrDefault(value, value.matches("[0-9]{1,4}") ? Integer.parseInt(value) : 0))
                .min()
                .orElse(PASSWORD);
    }
}
