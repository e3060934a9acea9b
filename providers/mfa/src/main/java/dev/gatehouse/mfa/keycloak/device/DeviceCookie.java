package dev.gatehouse.mfa.keycloak.device;

import dev.gatehouse.mfa.device.DeviceKeys;
import dev.gatehouse.mfa.device.DeviceOwner;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * Where a browser keeps device tokens: a cookie of the realm for each user, so that two users of one browser do not push each
 * other out. Its name says nothing about the user to anybody without the realm's key.
 */
record DeviceCookie(KeycloakContext context, RealmModel realm) {

    private static final String PREFIX = "GATEHOUSE_DEVICE_";

    /** Whoever sends more has not got them from us. */
    private static final int MOST = 20;

    /** All that the browser sent, whosever they are: the signature tells. */
    List<String> tokens() {
        return context.getHttpRequest().getHttpHeaders().getCookies().entrySet().stream()
                .filter(cookie -> cookie.getKey().startsWith(PREFIX))
                .map(Map.Entry::getValue)
                .map(Cookie::getValue)
                .limit(MOST)
                .toList();
    }

    void set(DeviceOwner owner, DeviceKeys keys, String token, Duration lifetime) {
        context.getHttpResponse()
                .setCookieIfAbsent(new NewCookie.Builder(PREFIX + owner.pseudonym(keys))
                        .value(token)
                        .path(AuthenticationManager.getRealmCookiePath(realm, context.getUri()))
                        .maxAge(Math.toIntExact(lifetime.toSeconds()))
                        .httpOnly(true)
                        .secure(context.getUri().getBaseUri().getScheme().equals("https"))
                        .sameSite(NewCookie.SameSite.LAX)
                        .build());
    }
}
