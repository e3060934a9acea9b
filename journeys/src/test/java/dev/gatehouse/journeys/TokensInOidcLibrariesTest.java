package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.token.Token;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import dev.gatehouse.journeys.node.InNode;
import dev.gatehouse.journeys.node.Node;
import dev.gatehouse.journeys.node.Script;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tokens of a login by REST are ordinary ones: libraries that know nothing of Gatehouse do with them what they do. */
@InHouse
class TokensInOidcLibrariesTest {
    private static final ClientID APP = new ClientID("gatehouse-app");
    private static final ClientID SERVICE = new ClientID("gatehouse-service");
    private static final String SERVICE_SECRET = "gatehouse-demo-service-secret";

    @Test
    void nimbusVerifiesRefreshesIntrospectsAndRevokesThem(House house) throws Exception {
        Person person = house.newPerson();
        var provider = OIDCProviderMetadata.resolve(new Issuer(house.realm()));
        Answer login = logIn(house, person);

        OIDCTokens tokens =
                OIDCTokenResponse.parse(JSONObjectUtils.parse(login.body())).getOIDCTokens();
        assertThat(subject(provider, tokens)).isEqualTo(person.id());
        var info = UserInfoResponse.parse(
                        new UserInfoRequest(provider.getUserInfoEndpointURI(), tokens.getAccessToken())
                                .toHTTPRequest()
                                .send())
                .toSuccessResponse()
                .getUserInfo();
        assertThat(info.getSubject().getValue()).isEqualTo(person.id());
        assertThat(info.getEmailAddress()).isEqualTo(person.email());

        var refresh = new TokenRequest.Builder(
                        provider.getTokenEndpointURI(), APP, new RefreshTokenGrant(tokens.getRefreshToken()))
                .build();
        OIDCTokens next =
                OIDCTokenResponse.parse(refresh.toHTTPRequest().send()).getOIDCTokens();
        assertThat(subject(provider, next)).isEqualTo(person.id());
        assertThat(isActive(provider, next.getAccessToken())).isTrue();

        var revocation = new TokenRevocationRequest(provider.getRevocationEndpointURI(), APP, next.getRefreshToken());
        assertThat(revocation.toHTTPRequest().send().getStatusCode()).isEqualTo(200);
        assertThat(isActive(provider, next.getAccessToken())).isFalse();
    }

    @Test
    @InNode
    void oauth4webapiVerifiesRefreshesIntrospectsAndRevokesThem(House house, Node node) {
        Person person = house.newPerson();
        Script script = node.start(
                "oidc.js",
                Map.of(
                        "ISSUER", house.realm(),
                        "APP", APP.getValue(),
                        "SERVICE", SERVICE.getValue(),
                        "SERVICE_SECRET", SERVICE_SECRET));

        script.tell(logIn(house, person).json().toString());

        assertThat(script.rest().lines())
                .containsExactly("user " + person.id() + " " + person.email(), "active true", "revoked true");
        assertThat(script.status()).isZero();
    }

    private static Answer logIn(House house, Person person) {
        Client app = house.client("127.0.6.11");
        Answer refused = app.post(
                "/auth/login",
                Map.of("username", person.username(), "password", person.password(), "scope", "openid email"));
        String mfaToken = refused.text("mfa_token");
        Answer challenge =
                app.post("/mfa/challenge", Map.of("method_id", refused.text("/methods/0/id"), "mfa_token", mfaToken));
        String code = house.inbox().codeAfter(0, person.email());
        Answer tokens = app.post(
                "/mfa/verify",
                Map.of("challenge_id", challenge.text("challenge_id"), "mfa_token", mfaToken, "code", code));
        assertThat(tokens.status()).isEqualTo(200);
        return tokens;
    }

    private static String subject(OIDCProviderMetadata provider, OIDCTokens tokens) throws Exception {
        return new IDTokenValidator(
                        provider.getIssuer(),
                        APP,
                        JWSAlgorithm.RS256,
                        provider.getJWKSetURI().toURL())
                .validate(tokens.getIDToken(), null)
                .getSubject()
                .getValue();
    }

    private static boolean isActive(OIDCProviderMetadata provider, Token token) throws Exception {
        var service = new ClientSecretBasic(SERVICE, new Secret(SERVICE_SECRET));
        var request = new TokenIntrospectionRequest(provider.getIntrospectionEndpointURI(), service, token);
        return TokenIntrospectionResponse.parse(request.toHTTPRequest().send())
                .toSuccessResponse()
                .isActive();
    }
}
