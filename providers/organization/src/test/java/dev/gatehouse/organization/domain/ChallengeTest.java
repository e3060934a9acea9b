package dev.gatehouse.organization.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.organization.OrganizationDomain;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChallengeTest {

    private final Challenge challenge =
            new Challenge(OrganizationDomain.of("*.acme.com").orElseThrow(), "1234");

    @Test
    void theRecordStandsBesideTheDomain() {
        assertThat(challenge.recordName()).isEqualTo("_gatehouse-challenge.acme.com");
        assertThat(challenge.recordValue()).isEqualTo("gatehouse-domain-verification=1234");
    }

    @Test
    void onlyTheWholeValueProves() {
        assertThat(found("gatehouse-domain-verification=1234")).isEqualTo(Finding.PROVED);
        assertThat(found(" gatehouse-domain-verification=1234 ")).isEqualTo(Finding.PROVED);
        assertThat(found("v=spf1 -all", "gatehouse-domain-verification=1234")).isEqualTo(Finding.PROVED);
        assertThat(found("gatehouse-domain-verification=12345")).isEqualTo(Finding.OTHER_VALUE);
        assertThat(found("gatehouse-domain-verification=123", "4")).isEqualTo(Finding.OTHER_VALUE);
        assertThat(found("1234")).isEqualTo(Finding.OTHER_VALUE);
        assertThat(challenge.judge(TextAnswer.ABSENT)).isEqualTo(Finding.NO_RECORD);
    }

    @Test
    void silenceIsNotAMissingRecord() {
        assertThat(challenge.judge(TextAnswer.UNAVAILABLE)).isEqualTo(Finding.UNANSWERED);
        assertThat(Finding.UNANSWERED.isMissing()).isFalse();
    }

    @Test
    void noTwoTokensAreTheSame() {
        SecureRandom random = new SecureRandom();
        assertThat(Challenge.newToken(random)).hasSize(40).isNotEqualTo(Challenge.newToken(random));
    }

    private Finding found(String... values) {
        return challenge.judge(TextAnswer.found(List.of(values)));
    }
}
