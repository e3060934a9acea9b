package dev.gatehouse.journeys.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Partner;
import dev.gatehouse.journeys.house.Person;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each way to tokens, for each kind of factor that somebody may have: the right code opens where the way takes codes, and
 * nothing else does.
 */
@InHouse
class SecondFactorMatrixTest {
    private static final List<String> WRONG = List.of("000000", "ABCD-EFGH-IJKL");

    private static Ground ground;

    @BeforeAll
    static void prepare(House house) {
        ground = new Ground(house);
    }

    @TestFactory
    Stream<DynamicTest> noWayLeadsAroundTheFactorThatIsDue() {
        return Arrays.stream(Way.values())
                .flatMap(way -> Arrays.stream(FactorKind.values())
                        .filter(way::isFor)
                        .map(kind -> dynamicTest(way + " by " + kind, () -> tried(way, kind))));
    }

    @Test
    void aFactorBelowTheLevelThatIsAskedForIsNotEnough(House house) {
        Holder holder = Holder.of(house, FactorKind.EMAIL, 251);
        Visitor visitor = Visitor.of(house, "127.0.80.252");
        holder.expectCode();
        visitor.authorize(Ground.APP, "&acr_values=3");
        visitor.submit(Map.of(
                "username", holder.person().username(),
                "password", holder.person().password()));
        PageDoor door = PageDoor.at(visitor, more -> visitor.authorize(Ground.APP, "&acr_values=3" + more));
        assertThat(door.show(holder.rightCode())).isZero();

        // One of the kinds that are enough is to be set up, and only such a kind can be.
        assertThat(visitor.text()).contains("Authenticator app").doesNotContain("Code by e-mail");
        visitor.submit(Map.of("type", "email"));
        assertThat(visitor.level()).isZero();
        visitor.submit(Map.of("type", "totp"));
        assertThat(visitor.level()).isZero();
        assertThat(door.show("000000")).isZero();
        assertThat(door.show(door.rightCode(holder))).isEqualTo(3);
    }

    @Test
    void noCodeIsSentWhereNobodyMayBeAskedForIt(House house) {
        Holder holder = Holder.of(house, FactorKind.EMAIL, 253);
        Visitor visitor = Trusted.browser(ground, holder);
        visitor.authorize(Ground.APP, "");
        visitor.submit(Map.of(
                "username", holder.person().username(),
                "password", holder.person().password()));
        assertThat(visitor.level()).as(visitor.text()).isEqualTo(1);
        int before = house.inbox().messagesTo(holder.person().email()).size();

        visitor.authorize(Ground.ANOTHER_APP, "&acr_values=2&prompt=none");
        assertThat(visitor.text()).contains("error=");

        // What was sent before somebody else's code would have arrived before it.
        house.login(house.newPerson(), "127.0.80.254");
        assertThat(house.inbox().messagesTo(holder.person().email())).hasSize(before);
    }

    /** Whoever an identity provider calls by the same address gets the account linked by mail, and is asked all the same. */
    @Test
    void anAccountThatIsLinkedAtItsFirstLoginStillAsksForTheFactor(House house) {
        Partner partner = Partner.realm(house, "partner-at-first-sight");
        Holder holder = Holder.of(house, FactorKind.TOTP, 252);
        Person person = holder.person();
        partner.account(person);
        Visitor visitor = Visitor.of(house, "127.0.80.253");
        Consumer<String> begin = more -> visitor.authorize(Ground.APP, "&kc_idp_hint=" + partner.alias() + more);
        begin.accept("");
        visitor.submit(Map.of("username", person.username(), "password", person.password()));
        visitor.press("Add to existing account");
        assertThat(visitor.level()).as(visitor.text()).isZero();
        visitor.open(house.inbox().linkAfter(0, person.email()));
        assertThat(visitor.level()).as(visitor.text()).isZero();

        PageDoor door = PageDoor.at(visitor, begin);
        assertThat(door.show("000000")).isZero();
        house.awaitFailures(person, 1);
        assertThat(door.show(holder.rightCode())).isEqualTo(3);
    }

    private static void tried(Way way, FactorKind kind) {
        Holder holder = ground.newHolder(kind);
        if (way.takesCodes()) {
            Door door = way.open(ground, holder);
            int level = door.show(door.rightCode(holder));
            assertThat(level).as("the right code").isBetween(kind.level(), kind == FactorKind.NONE ? 3 : kind.level());
            if (kind == FactorKind.NONE) {
                holder = ground.newHolder(kind);
            }
        }
        assertThat(way.open(ground, holder).showNothing()).as("nothing").isZero();
        Door door = way.open(ground, holder);
        assertThat(door.show(ground.stranger(kind))).as("somebody else's code").isZero();
        for (String wrong : WRONG) {
            assertThat(door.show(wrong)).as("a wrong code").isZero();
        }
        holder.usedCode()
                .ifPresent(used -> assertThat(door.show(used)).as("a used code").isZero());
        if (!way.takesCodes()) {
            holder.codeAtHand()
                    .ifPresent(code -> assertThat(door.show(code))
                            .as("a right code, where none is asked for")
                            .isZero());
        }
    }
}
