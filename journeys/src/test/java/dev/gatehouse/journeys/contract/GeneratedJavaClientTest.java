package dev.gatehouse.journeys.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import dev.gatehouse.client.ApiClient;
import dev.gatehouse.client.ApiException;
import dev.gatehouse.client.api.AuthenticationApi;
import dev.gatehouse.client.api.DecisionsApi;
import dev.gatehouse.client.api.OrganizationsApi;
import dev.gatehouse.client.api.SecondFactorsApi;
import dev.gatehouse.client.api.UsersApi;
import dev.gatehouse.client.model.ActiveToken;
import dev.gatehouse.client.model.Challenge;
import dev.gatehouse.client.model.ChallengeRequest;
import dev.gatehouse.client.model.InvalidRequestProblem;
import dev.gatehouse.client.model.LoginRequest;
import dev.gatehouse.client.model.LogoutRequest;
import dev.gatehouse.client.model.MfaRequiredProblem;
import dev.gatehouse.client.model.NewOrganization;
import dev.gatehouse.client.model.Organization;
import dev.gatehouse.client.model.Profile;
import dev.gatehouse.client.model.Tokens;
import dev.gatehouse.client.model.ValidateRequest;
import dev.gatehouse.client.model.VerifyRequest;
import dev.gatehouse.journeys.client.Credentials;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A Java application that has nothing but the client that was generated from the contract. */
@InHouse
class GeneratedJavaClientTest {
    @Test
    void aPersonLogsInMakesAnOrganizationAndLogsOut(House house) throws Exception {
        Person person = house.newPerson("create-organization");
        Tokens tokens = logIn(house, person);
        ApiClient app = client(house, "Bearer " + tokens.getAccessToken());

        Profile me = new UsersApi(app).getMe();
        assertThat(me.getId()).isEqualTo(person.id());
        assertThat(me.getEmail()).isEqualTo(person.email());

        OrganizationsApi organizations = new OrganizationsApi(app);
        NewOrganization wanted = new NewOrganization().name("Generated in Java");
        String key = "one-organization";
        Organization made = organizations.createOrganization(wanted, key);
        assertThat(made.getAlias()).isEqualTo("generated-in-java");
        assertThat(organizations.createOrganization(wanted, key)).isEqualTo(made);
        assertThat(organizations.listOrganizations(null, null, null).getItems()).containsExactly(made);

        ApiException refusal = catchThrowableOfType(
                ApiException.class, () -> organizations.createOrganization(new NewOrganization().name(""), null));
        assertThat(refusal.getCode()).isEqualTo(400);
        InvalidRequestProblem problem = problem(refusal, InvalidRequestProblem.class);
        assertThat(problem.getErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.getPointer()).isEqualTo("/name"));

        assertThat(isActive(house, tokens)).isTrue();
        new AuthenticationApi(app).logOut(new LogoutRequest().refreshToken(tokens.getRefreshToken()));
        assertThat(isActive(house, tokens)).isFalse();
    }

    private static Tokens logIn(House house, Person person) throws Exception {
        ApiClient anyone = client(house, null);
        ApiException refusal = catchThrowableOfType(
                ApiException.class,
                () -> new AuthenticationApi(anyone)
                        .logIn(new LoginRequest().username(person.username()).password(person.password())));
        assertThat(refusal.getCode()).isEqualTo(403);
        MfaRequiredProblem due = problem(refusal, MfaRequiredProblem.class);
        assertThat(due.getType()).isEqualTo(MfaRequiredProblem.TypeEnum.URN_GATEHOUSE_PROBLEM_MFA_REQUIRED);

        SecondFactorsApi factors = new SecondFactorsApi(anyone);
        Challenge challenge = factors.challenge(
                new ChallengeRequest().methodId(due.getMethods().get(0).getId()).mfaToken(due.getMfaToken()));
        return factors.verify(new VerifyRequest()
                        .challengeId(challenge.getChallengeId())
                        .mfaToken(due.getMfaToken())
                        .code(house.inbox().codeAfter(0, person.email())))
                .getTokens();
    }

    private static boolean isActive(House house, Tokens tokens) throws ApiException {
        return new DecisionsApi(client(house, Credentials.OF_SERVICE))
                        .validate(new ValidateRequest().token(tokens.getAccessToken()))
                        .getActualInstance()
                instanceof ActiveToken;
    }

    private static <T> T problem(ApiException refusal, Class<T> type) throws JsonProcessingException {
        return ApiClient.createDefaultObjectMapper().readValue(refusal.getResponseBody(), type);
    }

    private static ApiClient client(House house, @Nullable String authorization) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(house.realm());
        // What tells apart the answers of an operation that has two.
        client.setObjectMapper(
                ApiClient.createDefaultObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
        if (authorization != null) {
            client.setRequestInterceptor(request -> request.header("Authorization", authorization));
        }
        return client;
    }
}
