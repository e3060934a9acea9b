package dev.gatehouse.account.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.organization.Checked;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileRulesTest {
    @Test
    void aPatchNamesOnlyWhatWasSent() {
        Map<ProfileField, @Nullable String> values = new EnumMap<>(ProfileField.class);
        values.put(ProfileField.FIRST_NAME, "Ada");
        values.put(ProfileField.LAST_NAME, null);
        ProfileChange change = ProfileChange.check(Set.of("first_name", "last_name"), values, null)
                .value();
        assertThat(change.fields())
                .containsOnly(
                        Map.entry(ProfileField.FIRST_NAME, Optional.of("Ada")),
                        Map.entry(ProfileField.LAST_NAME, Optional.empty()));
    }

    @Test
    void usernameAndAddressCannotBeRemoved() {
        assertThat(ProfileChange.check(Set.of("email", "username"), Map.of(), null)
                        .errors())
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder("/email", "/username");
    }

    @Test
    void attributesAreNamedSetAndTakenAway() {
        Map<String, @Nullable List<String>> attributes = new HashMap<>();
        attributes.put("team", List.of("blue"));
        attributes.put("desk", null);
        assertThat(ProfileChange.check(Set.of("attributes"), Map.of(), attributes)
                        .value()
                        .attributes())
                .containsOnly(Map.entry("team", List.of("blue")), Map.entry("desk", List.of()));
        assertThat(ProfileChange.check(Set.of("attributes"), Map.of(), null).errors())
                .extracting(FieldError::pointer)
                .containsExactly("/attributes");
        assertThat(ProfileChange.check(Set.of("attributes"), Map.of(), Map.of("email", List.of("x")))
                        .errors())
                .extracting(FieldError::pointer)
                .containsExactly("/attributes/email");
    }

    @ParameterizedTest
    @CsvSource({
        "firstName,error-user-attribute-required,UNFIT,/first_name,required",
        "email,missingEmailMessage,UNFIT,/email,required",
        "lastName,error-invalid-length-too-long,UNFIT,/last_name,length",
        "username,error-username-invalid-character,UNFIT,/username,character",
        "team,error-pattern-no-match,UNFIT,/attributes/team,value",
        "team,error-user-attribute-read-only,UNFIT,/attributes/team,value",
        "username,usernameExistsMessage,TAKEN,/username,value",
        "email,emailExistsMessage,TAKEN,/email,value"
    })
    void whatTheUserProfileSaysIsSaidInOurWords(
            String attribute, String key, ProfileVerdict verdict, String pointer, String code) {
        ProfileOutcome outcome = ProfileFault.outcome(List.of(new ProfileFault(attribute, key)));
        assertThat(outcome.verdict()).isEqualTo(verdict);
        assertThat(outcome.errors()).singleElement().satisfies(error -> {
            assertThat(error.pointer()).isEqualTo(pointer);
            assertThat(error.code()).isEqualTo(code);
        });
    }

    @Test
    void takenAndUnfitTogetherAreUnfit() {
        assertThat(ProfileFault.outcome(List.of(
                                new ProfileFault("email", "emailExistsMessage"),
                                new ProfileFault("firstName", "error-user-attribute-required")))
                        .verdict())
                .isEqualTo(ProfileVerdict.UNFIT);
    }

    @ParameterizedTest
    @CsvSource({
        "invalidPasswordMinLengthMessage,min_length",
        "invalidPasswordNotUsernameMessage,not_username",
        "invalidPasswordMessage,password_policy",
        "something-else9,somethingelse"
    })
    void theRuleThatAPasswordBreaksIsNamed(String key, String code) {
        assertThat(PasswordFault.at("/temporary_password", key).code()).isEqualTo(code);
    }

    @Test
    void onlyAFullProfileIsComplete() {
        assertThat(Completeness.of(Map.of("email", true, "first_name", true, "locale", false)))
                .isEqualTo(new Completeness(66, List.of("locale")));
        assertThat(Completeness.of(Map.of("email", true)).percent()).isEqualTo(100);
        assertThat(Completeness.of(Map.of())).isEqualTo(new Completeness(100, List.of()));
    }

    @Test
    void aNewUserLogsInWithTheAddressUnlessANameWasChosen() {
        assertThat(wish(null, null, null).value().usernameOrEmail()).isEqualTo("eve@example.test");
        assertThat(wish("eve", null, null).value().usernameOrEmail()).isEqualTo("eve");
        assertThat(wish(null, null, null).value().attributes())
                .containsEntry("email", List.of("eve@example.test"))
                .containsEntry("phoneNumber", List.of("+4915112345678"));
    }

    @Test
    void rolesAreAnOrganizations() {
        assertThat(wish(null, null, List.of("admin")).errors())
                .extracting(FieldError::pointer)
                .containsExactly("/roles");
        assertThat(wish(null, "acme", List.of("admin")).isGood()).isTrue();
    }

    @Test
    void aNewUserIsNotPrinted() {
        assertThat(wish(null, null, null).value()).hasToString("a new user");
    }

    private static Checked<NewUser> wish(
            @Nullable String username, @Nullable String organization, @Nullable List<String> roles) {
        return NewUser.check(new NewUser.Wish(
                "eve@example.test",
                username,
                Map.of(),
                "+4915112345678",
                Map.of(),
                organization,
                roles,
                "secret",
                false));
    }
}
