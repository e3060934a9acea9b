package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.journeys.house.Contract;
import dev.gatehouse.journeys.house.InHouse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** After all stories: whether there is one for every operation and every status that the contract describes. */
@InHouse
@Order(Integer.MAX_VALUE - 1)
@DisabledIfSystemProperty(named = "test", matches = ".+", disabledReason = "only some stories were asked for")
class ContractCoverageTest {
    /** What no story can bring about within its time, and why; the rules behind them have tests of their own. */
    private static final Map<String, String> UNREACHED = Map.of(
            "POST /organizations/{id}/invitations/{invitation_id}/resend 409",
                    "takes an invitation that ended, days old",
            "DELETE /organizations/{id} 409", "takes accounts that an identity provider of the organization keeps");

    @Test
    void everyDescribedAnswerOfEveryOperationWasGivenInSomeStory() {
        Set<String> left = new TreeSet<>(Contract.unexercised());
        // A fault of ours, which no request may be able to cause; and a queue that takes no more mails, which rule
        // tests fill.
        left.removeIf(answer -> answer.endsWith(" 500") || answer.endsWith(" 503"));
        assertThat(left).as("described, and in no story of this run").isEqualTo(new TreeSet<>(UNREACHED.keySet()));
    }
}
