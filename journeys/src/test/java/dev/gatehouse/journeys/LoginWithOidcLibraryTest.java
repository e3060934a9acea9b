package dev.gatehouse.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.gatehouse.journeys.browser.Browser;
import dev.gatehouse.journeys.browser.InChromium;
import dev.gatehouse.journeys.browser.Viewport;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A web application that knows nothing of Gatehouse logs a person in: authorization code with PKCE, by a library. */
@InHouse
@InChromium
class LoginWithOidcLibraryTest {
    private static final ClientID CLIENT = new ClientID("gatehouse-app");
    private static final URI REDIRECT = URI.create("http://127.0.0.1/callback");

    @Test
    void theLibraryAcceptsWhatTheServerIssues(House house, Browser browser) throws Exception {
        Person person = house.newPerson();
        var provider = OIDCProviderMetadata.resolve(new Issuer(house.realm()));
        var state = new State();
        var nonce = new Nonce();
        var verifier = new CodeVerifier();
        URI login = new AuthenticationRequest.Builder(ResponseType.CODE, new Scope("openid", "email"), CLIENT, REDIRECT)
                .endpointURI(provider.getAuthorizationEndpointURI())
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build()
                .toURI();

        var response = AuthenticationResponseParser.parse(URI.create(callbackOf(house, browser, person, login)))
                .toSuccessResponse();
        assertThat(response.getState()).isEqualTo(state);

        var tokens = redeem(provider, response.getAuthorizationCode(), verifier);
        var claims = new IDTokenValidator(
                        provider.getIssuer(),
                        CLIENT,
                        com.nimbusds.jose.JWSAlgorithm.RS256,
                        provider.getJWKSetURI().toURL())
                .validate(tokens.getOIDCTokens().getIDToken(), nonce);
        assertThat(claims.getSubject().getValue()).isEqualTo(person.id());
    }

    private static String callbackOf(House house, Browser browser, Person person, URI login) {
        Page page = browser.open(Viewport.DESKTOP, "127.0.6.1").page();
        AtomicReference<String> callback = new AtomicReference<>();
        page.route(url -> url.startsWith(REDIRECT.toString()), route -> {
            callback.set(route.request().url());
            route.fulfill(new Route.FulfillOptions().setStatus(200).setBody("back at the application"));
        });
        page.navigate(login.toString());
        page.locator("#username").fill(person.username());
        page.locator("#password").fill(person.password());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign In"))
                .click();
        var code = page.locator("input[autocomplete=one-time-code]");
        assertThat(code).isVisible();
        code.fill(house.inbox().codeAfter(0, person.email()));
        code.press("Enter");
        assertThat(page.getByText("back at the application")).isVisible();
        return callback.get();
    }

    private static OIDCTokenResponse redeem(
            OIDCProviderMetadata provider, AuthorizationCode code, CodeVerifier verifier) throws Exception {
        var request = new TokenRequest.Builder(
                        provider.getTokenEndpointURI(), CLIENT, new AuthorizationCodeGrant(code, REDIRECT, verifier))
                .build();
        return (OIDCTokenResponse)
                OIDCTokenResponseParser.parse(request.toHTTPRequest().send()).toSuccessResponse();
    }
}
