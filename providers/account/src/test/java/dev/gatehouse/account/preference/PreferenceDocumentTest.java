package dev.gatehouse.account.preference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.organization.Checked;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferenceDocumentTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> SPOKEN = Set.of("en", "de");

    /** The examples of RFC 7396, appendix A. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"a\":\"b\"};{\"a\":\"c\"};{\"a\":\"c\"}",
                "{\"a\":\"b\"};{\"b\":\"c\"};{\"a\":\"b\",\"b\":\"c\"}",
                "{\"a\":\"b\"};{\"a\":null};{}",
                "{\"a\":\"b\",\"b\":\"c\"};{\"a\":null};{\"b\":\"c\"}",
                "{\"a\":[\"b\"]};{\"a\":\"c\"};{\"a\":\"c\"}",
                "{\"a\":\"c\"};{\"a\":[\"b\"]};{\"a\":[\"b\"]}",
                "{\"a\":{\"b\":\"c\"}};{\"a\":{\"b\":\"d\",\"c\":null}};{\"a\":{\"b\":\"d\"}}",
                "{\"a\":[{\"b\":\"c\"}]};{\"a\":[1]};{\"a\":[1]}",
                "[\"a\",\"b\"];[\"c\",\"d\"];[\"c\",\"d\"]",
                "{\"a\":\"b\"};[\"c\"];[\"c\"]",
                "{\"a\":\"foo\"};null;null",
                "{\"a\":\"foo\"};\"bar\";\"bar\"",
                "{\"e\":null};{\"a\":1};{\"e\":null,\"a\":1}",
                "[1,2];{\"a\":\"b\",\"c\":null};{\"a\":\"b\"}",
                "{};{\"a\":{\"bb\":{\"ccc\":null}}};{\"a\":{\"bb\":{}}}"
            })
    void aPatchMergesAsTheStandardSays(String target, String patch, String result) throws JsonProcessingException {
        assertThat(MergePatch.apply(JSON.readTree(target), JSON.readTree(patch)))
                .isEqualTo(JSON.readTree(result));
    }

    @Test
    void theWholeOutlineIsShownWhereNothingIsPreferred() {
        assertThat(Preferences.stored("{}", null).shown())
                .hasToString("{\"locale\":null,\"timezone\":null,\"theme\":null,\"notifications\":{},"
                        + "\"mfa\":{\"preferred_method\":null},\"custom\":{}}");
    }

    @Test
    void theLanguageIsShownAndKeptElsewhere() {
        Preferences preferences =
                patched("{}", "{\"locale\": \"de\", \"theme\": \"dark\"}").value();
        assertThat(preferences.locale()).contains("de");
        assertThat(preferences.text()).isEqualTo("{\"theme\":\"dark\"}");
        assertThat(Preferences.stored(preferences.text(), "en").locale()).contains("en");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"theme\":\"pink\"};/theme",
                "{\"theme\":1};/theme",
                "{\"timezone\":\"Mars/Base\"};/timezone",
                "{\"locale\":\"fr\"};/locale",
                "{\"locale\":\"not a tag\"};/locale",
                "{\"colour\":null};/colour",
                "{\"a/b~\":1};/a~1b~0",
                "{\"notifications\":{\"x\":\"yes\"}};/notifications/x",
                "{\"notifications\":{\"UPPER\":true}};/notifications/UPPER",
                "{\"notifications\":true};/notifications",
                "{\"mfa\":{\"preferred_method\":\"smoke\"}};/mfa/preferred_method",
                "{\"mfa\":{\"other\":\"totp\"}};/mfa/other",
                "{\"custom\":[]};/custom",
                "{\"custom\":{\"a\":\"\\u0000\"}};/custom"
            })
    void whatIsNotInTheOutlineIsRefusedWhereItStands(String patch, String pointer) {
        assertThat(patched("{}", patch).errors())
                .extracting(FieldError::pointer)
                .containsExactly(pointer);
    }

    @Test
    void sixteenKibibytesAreTakenAndNotOneByteMore() {
        int frame = "{\"custom\":{\"a\":\"\"}}".length();
        assertThat(patched("{}", "{\"custom\":{\"a\":\"" + "x".repeat(Preferences.MAXIMUM_BYTES - frame) + "\"}}")
                        .isGood())
                .isTrue();
        assertThat(patched("{}", "{\"custom\":{\"a\":\"" + "x".repeat(Preferences.MAXIMUM_BYTES - frame + 1) + "\"}}")
                        .errors())
                .extracting(FieldError::code)
                .containsExactly("length");
    }

    @Test
    void aLanguageThatTheRealmNoLongerSpeaksKeepsNobodyFromChangingTheRest() {
        assertThat(Preferences.stored("{}", "fr")
                        .patched(object("{\"theme\": \"dark\"}"), SPOKEN)
                        .isGood())
                .isTrue();
    }

    @Test
    void fiftyNotificationsAreTheMost() {
        ObjectNode many = JSON.createObjectNode();
        for (int number = 0; number < 51; number++) {
            many.put("n" + number, true);
        }
        ObjectNode patch = JSON.createObjectNode();
        patch.set("notifications", many);
        assertThat(Preferences.stored("{}", null).patched(patch, SPOKEN).errors())
                .extracting(FieldError::pointer)
                .containsExactly("/notifications");
        many.remove("n0");
        assertThat(Preferences.stored("{}", null).patched(patch, SPOKEN).isGood())
                .isTrue();
    }

    private static Checked<Preferences> patched(String stored, String patch) {
        return Preferences.stored(stored, null).patched(object(patch), SPOKEN);
    }

    private static ObjectNode object(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
