package dev.gatehouse.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathsTest {
    private final RequestPaths paths = new RequestPaths("/");

    @ParameterizedTest
    @CsvSource({
        "/realms/demo/protocol/openid-connect/auth, LOGIN_PAGES",
        "/realms/demo/protocol/openid-connect/auth?client_id=account&x=/../, LOGIN_PAGES",
        "/realms/demo/protocol/openid-connect/auth/device, LOGIN_PAGES",
        "/realms/demo/protocol/openid-connect/registrations, LOGIN_PAGES",
        "/realms/demo/protocol/openid-connect/forgot-credentials, LOGIN_PAGES",
        "/realms/demo/login-actions/authenticate?session_code=x, LOGIN_PAGES",
        "/realms/demo/login-actions/reset-credentials, LOGIN_PAGES",
        "/realms/demo/login-actions/action-token?key=x, LOGIN_PAGES",
        "/realms/demo/device, LOGIN_PAGES",
        "/realms/demo/accept-invitation?token=x, LOGIN_PAGES",
        "/realms/demo/verify-email?token=x, LOGIN_PAGES",
        "/realms/demo/reset-password, LOGIN_PAGES",
        "/realms/demo/protocol/openid-connect/token, TOKEN",
        "/realms/demo/auth/login, LOGIN",
        "/realms/demo/auth/register, REGISTER",
        "/realms/demo/auth/refresh, REFRESH",
        "/realms/demo/auth/forgot-password, FORGOT_PASSWORD",
        "/realms/demo/auth/reset-password, RESET_PASSWORD",
        "/realms/demo/auth/verify-email, VERIFY_EMAIL",
        "/realms/demo/auth/resend-verification, RESEND_VERIFICATION",
        "/realms/demo/auth/actions/update_password, ACTIONS",
        "/realms/demo/organizations/invitations/accept, ACCEPT_INVITATION",
        "/realms/demo/mfa/challenge, MFA",
        "/realms/demo/mfa/verify, MFA",
        "/realms/demo/mfa/methods/4711, MFA",
    })
    void whatAnyoneMayDoIsLimited(String path, LimitedOperation operation) {
        assertThat(paths.limitedRequest("POST", path)).contains(new LimitedRequest("demo", operation));
        assertThat(paths.limitedRequest("GET", path)).isPresent();
        assertThat(paths.limitedRequest("HEAD", path)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "",
                "*",
                "/realms/demo",
                "/realms/demo/account",
                "/realms/demo/auth",
                "/realms/demo/auth/validate",
                "/realms/demo/auth/authorize",
                "/realms/demo/auth/permissions/4711",
                "/realms/demo/auth/openapi.json",
                "/realms/demo/auth/docs",
                "/realms/demo/auth/logout",
                "/realms/demo/auth/me",
                "/realms/demo/auth/sessions",
                "/realms/demo/auth/change-password",
                "/realms/demo/organizations",
                "/realms/demo/organizations/4711/users",
                "/realms/demo/organizations/invitations",
                "/realms/demo/users/4711/dashboard",
                "/realms/demo/protocol/openid-connect/token/introspect",
                "/realms/demo/protocol/openid-connect/certs",
                "/realms/demo/protocol/openid-connect/logout",
                "/realms/demo/protocol/openid-connect/userinfo",
                "/realms/demo/protocol/openid-connect/revoke",
                "/realms/demo/protocol/openid-connect/login-status-iframe.html",
                "/realms/demo/.well-known/openid-configuration",
                "/realms/demo/broker/google/endpoint",
                "/admin/realms/demo/users",
                "/admin/realms/demo/auth/login",
                "/resources/abc/login/keycloak.v2/css/styles.css",
                "/health/ready",
                "/metrics",
            })
    void everythingElseIsNot(String path) {
        assertThat(paths.limitedRequest("POST", path)).isEmpty();
        assertThat(paths.limitedRequest("GET", path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/realms/demo/protocol/openid-connect/token/",
                "/realms/demo/protocol/openid-connect/token//",
                "//realms//demo///protocol/openid-connect/token",
                "/realms/%64emo/protocol/openid-connect/%74oken",
                "/realms/%2564emo/protocol/openid-connect/token",
                "/realms/demo/protocol%2Fopenid-connect%2Ftoken",
                "/realms/demo;a=b/protocol;/openid-connect/token;x=1",
                "/realms/demo/./protocol/openid-connect/token",
                "/realms/master/../demo/protocol/openid-connect/token",
                "/realms/demo/protocol/openid-connect/x/../token",
                "/realms/demo/protocol/openid-connect/%2e%2e/openid-connect/token",
                "/Realms/demo/PROTOCOL/OpenID-Connect/Token",
                "\\realms\\demo\\protocol\\openid-connect\\token",
                "/realms/demo/protocol/openid-connect/token%20",
                "/realms/demo/protocol/openid-connect/token#x",
                "/realms/demo/protocol/openid-connect/token?a=%zz",
                "http://elsewhere.example/realms/demo/protocol/openid-connect/token",
            })
    void noSpellingOfAPathGoesUncounted(String path) {
        assertThat(paths.limitedRequest("POST", path)).contains(new LimitedRequest("demo", LimitedOperation.TOKEN));
    }

    @Test
    void aPathThatMayMeanTwoThingsIsCounted() {
        assertThat(paths.limitedRequest("POST", "/realms/demo/login-actions/authenticate/../../x"))
                .contains(new LimitedRequest("demo", LimitedOperation.LOGIN_PAGES));
    }

    @Test
    void aBrokenEncodingIsReadAsItStands() {
        assertThat(paths.limitedRequest("POST", "/realms/demo/mfa/%zz"))
                .contains(new LimitedRequest("demo", LimitedOperation.MFA));
    }

    @Test
    void theRealmKeepsItsSpelling() {
        assertThat(paths.limitedRequest("POST", "/realms/My%20Realm+1/auth/login"))
                .contains(new LimitedRequest("My Realm+1", LimitedOperation.LOGIN));
    }

    @Test
    void aPreflightIsNeverCounted() {
        assertThat(paths.limitedRequest("OPTIONS", "/realms/demo/protocol/openid-connect/token"))
                .isEmpty();
    }

    @Test
    void theServersOwnRootIsLeftOut() {
        RequestPaths below = new RequestPaths("/idp/auth/");

        assertThat(below.limitedRequest("POST", "/idp/auth/realms/demo/auth/login"))
                .contains(new LimitedRequest("demo", LimitedOperation.LOGIN));
        assertThat(below.limitedRequest("POST", "/realms/demo/auth/login")).isEmpty();
    }
}
