package dev.gatehouse.organization.decision;

import static dev.gatehouse.organization.decision.Questions.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {
    @Test
    void allConditionsOfOneTextHaveToHold() {
        String both = "resource.owner is subject and network in 10.0.0.0/8";
        Questions owned = PLAIN.with("owner", "ann");
        assertThat(Conditions.mistake(both)).isEmpty();
        assertThat(owned.from("10.0.0.1").meet(both)).isTrue();
        assertThat(owned.from("11.0.0.1").meet(both)).isFalse();
        assertThat(PLAIN.from("10.0.0.1").meet(both)).isFalse();
    }

    @Test
    void aQuotedTextMaySayAnd() {
        String quoted = "resource.name is \"rise and shine\" and resource.owner is subject";
        assertThat(Conditions.mistake(quoted)).isEmpty();
        assertThat(PLAIN.with("name", "rise and shine").with("owner", "ann").meet(quoted))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "and",
                "resource.owner is subject and ",
                " and resource.owner is subject",
                "resource.owner is subject  and resource.owner is subject",
                "resource.owner is subject AND resource.owner is subject",
                "resource.owner is subject and resource.owner is subject or",
                "resource.owner is subject\n",
                "resource.owner is subject;",
                "true"
            })
    void whatCannotBeReadIsRefusedAndNeverMet(String text) {
        assertThat(Conditions.mistake(text)).isPresent();
        assertThat(PLAIN.with("owner", "ann").meet(text)).isFalse();
    }

    @Test
    void thereAreAtMostFive() {
        String one = "resource.owner is subject";
        String five = String.join(" and ", java.util.Collections.nCopies(5, one));
        assertThat(Conditions.mistake(five)).isEmpty();
        assertThat(Conditions.mistake(five + " and " + one)).isPresent();
    }

    /** A good text with any character lost, doubled or put elsewhere either reads as something or is never met. */
    @Test
    void noSlipOfTheHandIsAnException() {
        String good = "time within 08:00-18:00 Europe/Berlin mon-fri and network in 10.0.0.0/8"
                + " and resource.amount at-most 1000 and resource.state is \"draft\"";
        Random random = new Random(11);
        for (int turn = 0; turn < 20_000; turn++) {
            StringBuilder text = new StringBuilder(good);
            for (int slip = 0; slip <= random.nextInt(3); slip++) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, (char) random.nextInt(0x180));
                    default -> text.setCharAt(at, good.charAt(random.nextInt(good.length())));
                }
            }
            boolean refused = Conditions.mistake(text.toString()).isPresent();
            boolean met = PLAIN.meet(text.toString());
            assertThat(refused && met).as(text.toString()).isFalse();
        }
    }
}
