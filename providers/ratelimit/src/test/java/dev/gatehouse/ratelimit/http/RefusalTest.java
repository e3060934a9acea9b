package dev.gatehouse.ratelimit.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.ratelimit.RateLimit;
import dev.gatehouse.ratelimit.RateLimitDecision;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {
    private static final RateLimit LIMIT = new RateLimit("login", 20, Duration.ofMinutes(1));
    private final Random random = new Random(1);

    @Test
    void theFieldsTellQuotaAndRest() {
        RateLimitDecision decision = RateLimitDecision.allowed(LIMIT, 19, Duration.ofMillis(59_001));

        assertThat(RateLimitFields.policy(decision)).isEqualTo("\"login\";q=20;w=60");
        assertThat(RateLimitFields.limit(decision)).isEqualTo("\"login\";r=19;t=60");
    }

    @Test
    void theProblemIsTheDraftsOwn() throws Exception {
        Refusal refusal = Refusal.of(RateLimitDecision.refused(LIMIT, Duration.ofSeconds(30)), random);

        JsonNode problem = new ObjectMapper().readTree(refusal.problem());

        assertThat(problem.get("type").asText())
                .isEqualTo("https://iana.org/assignments/http-problem-types#quota-exceeded");
        assertThat(problem.get("status").asInt()).isEqualTo(429);
        assertThat(problem.get("title").asText()).isEqualTo("Too many requests");
        assertThat(problem.get("detail").asText()).contains("20 requests in 60 seconds");
        assertThat(problem.get("instance").asText()).matches("urn:gatehouse:trace:[0-9a-f]{32}");
        assertThat(problem.get("violated-policies")).hasSize(1);
        assertThat(problem.get("violated-policies").get(0).asText()).isEqualTo("login");
    }

    @Test
    void nobodyIsAskedBackBeforeTheResetNorAllAtOnce() {
        Set<Long> waits = new TreeSet<>();
        for (int i = 0; i < 1_000; i++) {
            waits.add(Refusal.of(RateLimitDecision.refused(LIMIT, Duration.ofMillis(29_500)), random)
                    .retryAfterSeconds());
        }

        assertThat(waits).containsExactly(30L, 31L, 32L, 33L, 34L, 35L, 36L);
    }

    @Test
    void aResetThatIsDueStillAsksForASecond() {
        assertThat(Refusal.of(RateLimitDecision.refused(LIMIT, Duration.ZERO), random)
                        .retryAfterSeconds())
                .isBetween(1L, 2L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-GB,en;q=0.9 | en | Please try again in 45 seconds.",
                "de-AT | de | Bitte versuchen Sie es in 45 Sekunden erneut.",
                "fr-CH, de;q=0.5 | fr | Veuillez réessayer dans 45 secondes.",
                "es | es | Inténtelo de nuevo en 45 segundos.",
                "ja | en | Please try again in 45 seconds.",
                "ja, es;q=0.1 | es | Inténtelo de nuevo en 45 segundos.",
                "*;;; | en | Please try again in 45 seconds.",
            })
    void aPersonReadsTheirLanguage(String accepted, String language, String sentence) {
        RefusalPage page = RefusalPage.of(refusal(45), accepted);

        assertThat(page.language().toLanguageTag()).isEqualTo(language);
        assertThat(page.html()).contains("<html lang=\"" + language + "\">").contains(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1 | in one second.", "90 | in 90 seconds.", "91 | in 2 minutes.", "3600 | in 60 minutes."})
    void longWaitsAreToldInMinutes(long seconds, String words) {
        assertThat(RefusalPage.of(refusal(seconds), null).html()).contains(words);
    }

    @Test
    void thePageLoadsNothingAndSaysNothingOfWhoAsked() {
        assertThat(RefusalPage.of(refusal(45), "x".repeat(10_000)).html())
                .doesNotContain("http", "src=", "<script", "@", "xxx")
                .contains("<title>Too many attempts</title>", "<main>", "<h1>");
    }

    private static Refusal refusal(long seconds) {
        return new Refusal(
                RateLimitDecision.refused(LIMIT, Duration.ofSeconds(seconds)),
                seconds,
                "00112233445566778899aabbccddeeff");
    }
}
