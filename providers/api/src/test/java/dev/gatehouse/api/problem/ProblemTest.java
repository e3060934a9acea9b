package dev.gatehouse.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.foundation.problem.ProblemType;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void everyStatusOfTheContainerHasAMeaningOfThatVeryStatus() {
        for (int status : List.of(400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 428, 429, 500, 503)) {
            assertThat(ProblemStatus.of(ProblemStatus.meaningOf(status))).isEqualTo(status);
        }
        assertThat(ProblemStatus.meaningOf(418)).isEqualTo(ProblemType.INVALID_REQUEST);
        assertThat(ProblemStatus.meaningOf(502)).isEqualTo(ProblemType.INTERNAL_ERROR);
    }

    @Test
    void everyProblemOfTheCatalogueIsAnError() {
        assertThat(Arrays.stream(ProblemType.values())).allMatch(type -> ProblemStatus.of(type) >= 400);
    }

    @Test
    void aDocumentHasWhatTheStandardAndTheTypeAskFor() {
        assertThat(Problem.of(ProblemType.INVALID_CODE).with("attempts_left", 4).document("urn:gatehouse:trace:1"))
                .containsExactly(
                        Map.entry("type", "urn:gatehouse:problem:invalid-code"),
                        Map.entry("title", "The code is wrong"),
                        Map.entry("status", 422),
                        Map.entry("instance", "urn:gatehouse:trace:1"),
                        Map.entry("attempts_left", 4));
    }

    @Test
    void tooManyRequestsUsesTheDraftsOwnType() {
        assertThat(Problem.of(ProblemType.QUOTA_EXCEEDED).document("x"))
                .containsEntry("type", "https://iana.org/assignments/http-problem-types#quota-exceeded");
    }

    @Test
    void aChallengeCannotBeBrokenByTheRealmsName() {
        assertThat(Challenge.invalidToken("a\"b\\\r\nc"))
                .isEqualTo("Bearer realm=\"a\\\"b\\\\??c\", error=\"invalid_token\"");
    }

    @Test
    void onlyOperationsUnderARealmAreOurs() {
        assertThat(ApiPath.of("/realms/demo/auth/login")).contains(new ApiPath("demo", "/auth/login"));
        assertThat(ApiPath.of("realms/demo/organizations")).contains(new ApiPath("demo", "/organizations"));
        for (String keycloaks : List.of(
                "/admin/realms/demo/users",
                "/admin/realms/demo/organizations/1",
                "/realms/demo/protocol/openid-connect/auth",
                "/realms/demo/authz/x",
                "/realms/demo",
                "/realms/demo/account/auth")) {
            assertThat(ApiPath.of(keycloaks)).as(keycloaks).isEqualTo(Optional.empty());
        }
    }

    @Test
    void whatAClientAcceptsIsHeldAgainstWhatThereIs() {
        MediaTypes json = new MediaTypes(Set.of(MediaType.APPLICATION_JSON_TYPE, Problem.MEDIA_TYPE));
        MediaType anything = MediaType.WILDCARD_TYPE;

        assertThat(json.acceptedBy(List.of(anything))).isTrue();
        assertThat(json.acceptedBy(List.of(MediaType.TEXT_HTML_TYPE, new MediaType("application", "*"))))
                .isTrue();
        assertThat(json.acceptedBy(List.of(Problem.MEDIA_TYPE))).isTrue();
        assertThat(json.acceptedBy(List.of())).isTrue();
        assertThat(json.acceptedBy(List.of(MediaType.TEXT_HTML_TYPE))).isFalse();
        assertThat(json.acceptedBy(List.of(MediaType.TEXT_HTML_TYPE, new MediaType("*", "*", Map.of("q", "0.0")))))
                .isFalse();
        assertThat(MediaTypes.ANY.acceptedBy(List.of(MediaType.TEXT_HTML_TYPE))).isTrue();
    }

    @Test
    void aProblemNamesAHundredMistakesAtMost() {
        List<FieldError> mistakes =
                Collections.nCopies(Problem.MOST_ENTRIES + 1, new FieldError("/a", "type", "Wrong."));

        assertThat(Problem.invalid(mistakes).document("").get("errors"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(Problem.MOST_ENTRIES);
    }
}
