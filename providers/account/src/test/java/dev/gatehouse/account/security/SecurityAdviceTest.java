package dev.gatehouse.account.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.account.security.Advice.Topic;
import dev.gatehouse.mfa.FactorType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SecurityAdviceTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Set<FactorType> STRONG = Set.of(FactorType.TOTP, FactorType.BACKUP_CODES);

    @Test
    void aWellKeptAccountGetsNone() {
        assertThat(advice(STRONG, 8, NOW, true, 1, List.of())).isEmpty();
    }

    @Test
    void noFactorIsMorePressingThanAllElse() {
        assertThat(advice(Set.of(), 0, NOW.minus(Duration.ofDays(731)), false, 11, List.of()))
                .containsExactly(
                        Topic.NO_SECOND_FACTOR, Topic.UNVERIFIED_EMAIL, Topic.OLD_PASSWORD, Topic.MANY_SESSIONS);
    }

    @Test
    void backupCodesAloneAreNoSecondFactor() {
        assertThat(advice(Set.of(FactorType.BACKUP_CODES), 8, NOW, true, 1, List.of()))
                .containsExactly(Topic.NO_SECOND_FACTOR);
    }

    @Test
    void onlyEmailIsSaidSo() {
        assertThat(advice(Set.of(FactorType.EMAIL), 0, NOW, true, 1, List.of()))
                .containsExactly(Topic.ONLY_EMAIL_FACTOR, Topic.NO_BACKUP_CODES);
        assertThat(advice(
                        Set.of(FactorType.EMAIL, FactorType.TOTP, FactorType.BACKUP_CODES), 3, NOW, true, 1, List.of()))
                .isEmpty();
    }

    @Test
    void fewCodesAreFewerThanThree() {
        assertThat(advice(STRONG, 2, NOW, true, 1, List.of())).containsExactly(Topic.FEW_BACKUP_CODES);
        assertThat(advice(STRONG, 3, NOW, true, 1, List.of())).isEmpty();
    }

    @Test
    void aPasswordIsOldAfterTwoYearsAndOneThatADirectoryKeepsNever() {
        assertThat(advice(STRONG, 8, NOW.minus(Duration.ofDays(730)), true, 1, List.of()))
                .isEmpty();
        assertThat(advice(STRONG, 8, NOW.minus(Duration.ofDays(730)).minusSeconds(1), true, 1, List.of()))
                .containsExactly(Topic.OLD_PASSWORD);
        assertThat(advice(STRONG, 8, null, true, 1, List.of())).isEmpty();
    }

    @Test
    void tenSessionsAreNotMany() {
        assertThat(advice(STRONG, 8, NOW, true, 10, List.of())).isEmpty();
        assertThat(advice(STRONG, 8, NOW, true, 11, List.of())).containsExactly(Topic.MANY_SESSIONS);
    }

    @Test
    void threeFailuresFromAnAddressNeverLoggedInFromAreSuspicious() {
        assertThat(advice(STRONG, 8, NOW, true, 1, failures(3, "192.0.2.9", Duration.ofDays(1))))
                .containsExactly(Topic.FAILED_LOGINS_FROM_NEW_ADDRESSES);
        assertThat(advice(STRONG, 8, NOW, true, 1, failures(2, "192.0.2.9", Duration.ofDays(1))))
                .isEmpty();
        assertThat(advice(STRONG, 8, NOW, true, 1, failures(3, "192.0.2.9", Duration.ofDays(7))))
                .isEmpty();
    }

    @Test
    void whoMistypesAtHomeIsNotSuspected() {
        List<LoginAttempt> attempts = Stream.concat(
                        failures(5, "192.0.2.1", Duration.ofDays(1)).stream(),
                        Stream.of(new LoginAttempt(NOW.minus(Duration.ofDays(30)), true, "192.0.2.1")))
                .toList();
        assertThat(advice(STRONG, 8, NOW, true, 1, attempts)).isEmpty();
    }

    @Test
    void reasonsCarryFiguresAndNoAddresses() {
        List<Advice> advice = SecurityAdvice.of(
                new AccountState(STRONG, 2, NOW, true, true, 12, failures(3, "192.0.2.9", Duration.ofDays(1))), NOW);
        assertThat(advice).extracting(Advice::reason).noneMatch(reason -> reason.contains("192.0.2"));
        assertThat(advice)
                .extracting(Advice::reason)
                .anyMatch(reason -> reason.startsWith("2 backup codes"))
                .anyMatch(reason -> reason.contains("12 times"))
                .anyMatch(reason -> reason.startsWith("3 logins failed"));
    }

    private static List<LoginAttempt> failures(int count, String address, Duration ago) {
        return IntStream.range(0, count)
                .mapToObj(one -> new LoginAttempt(NOW.minus(ago), false, address))
                .toList();
    }

    private static List<Topic> advice(
            Set<FactorType> factors,
            int codes,
            @Nullable Instant password,
            boolean verified,
            long sessions,
            List<LoginAttempt> logins) {
        return SecurityAdvice.of(new AccountState(factors, codes, password, true, verified, sessions, logins), NOW)
                .stream()
                .map(Advice::topic)
                .toList();
    }
}
