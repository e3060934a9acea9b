package dev.gatehouse.mfa.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrustedDevicesTest {

    private final DevicesFixture house = new DevicesFixture();

    @Test
    void aDeviceIsRecognisedByWhatItWasGiven() {
        GrantedDevice granted = house.devices().trust("Firefox", List.of());

        assertThat(house.devices().recognise(granted.token())).contains(granted.device());
    }

    @Test
    void theSecretIsNeitherRecordedNorPrinted() {
        GrantedDevice granted = house.devices().trust("Firefox", List.of());
        String secret = granted.token().split("\\.")[3];

        assertThat(secret).hasSize(43);
        assertThat(granted.device().secretDigest()).doesNotContain(secret);
        assertThat(granted + " " + granted.device() + " " + new DeviceToken("id", secret))
                .doesNotContain(secret);
    }

    @Test
    void aDeviceIsTrustedToTheEndOfItsTimeAndNotBeyond() {
        String token = house.devices().trust("Firefox", List.of()).token();

        house.pass(Duration.ofDays(30).minusMillis(1));
        assertThat(house.devices().recognise(token)).isPresent();
        house.pass(Duration.ofMillis(1));
        assertThat(house.devices().recognise(token)).isEmpty();
        assertThat(house.records).as("removed when it is met").isEmpty();
    }

    @Test
    void aChangeOfPasswordOrFactorsVoidsEveryDeviceForGood() {
        String token = house.devices().trust("Firefox", List.of()).token();

        house.stamp = "another password and app";
        assertThat(house.devices().live()).isEmpty();
        assertThat(house.devices().recognise(token)).isEmpty();
        house.stamp = "password and app";
        assertThat(house.devices().recognise(token)).isEmpty();
    }

    @Test
    void aForgottenDeviceIsNotRecognised() {
        GrantedDevice one = house.devices().trust("Firefox", List.of());
        GrantedDevice other = house.devices().trust("Firefox", List.of());

        assertThat(house.devices().forget(one.device().id())).isPresent();
        assertThat(house.devices().forget(one.device().id())).isEmpty();
        assertThat(house.devices().recognise(one.token())).isEmpty();
        assertThat(house.devices().recognise(other.token())).isPresent();
        house.devices().forgetAll();
        assertThat(house.devices().recognise(other.token())).isEmpty();
    }

    @Test
    void nothingIsForgottenThatIsNoDevice() {
        assertThat(house.devices().forget("id of the password")).isEmpty();
    }

    @Test
    void aTokenIsWorthNothingForAnotherUserRealmOrKeyAndNothingIsLookedUpForIt() {
        String token = house.devices().trust("Firefox", List.of()).token();
        DeviceKeys keys = DevicesFixture.keys("the realm's secret");
        house.looks = 0;

        assertThat(house.devices(new DeviceOwner("realm", "bob"), keys).recognise(token))
                .isEmpty();
        assertThat(house.devices(new DeviceOwner("other", "alice"), keys).recognise(token))
                .isEmpty();
        assertThat(house.devices(DevicesFixture.ALICE, DevicesFixture.keys("a guess"))
                        .recognise(token))
                .isEmpty();
        assertThat(house.looks).isZero();
    }

    @Test
    void noCharacterOfATokenCanBeChanged() {
        String token = house.devices().trust("Firefox", List.of()).token();
        for (int at = 0; at < token.length(); at++) {
            char other = token.charAt(at) == 'A' ? 'B' : 'A';
            String forged = token.substring(0, at) + other + token.substring(at + 1);
            assertThat(house.devices().recognise(forged))
                    .as("changed at %d", at)
                    .isEmpty();
        }
    }

    @Test
    void whatIsNoTokenIsNoDevice() {
        String token = house.devices().trust("Firefox", List.of()).token();
        for (String text : new String[] {
            null, "", " ", "v1....", token + " ", token + ".x", "v2" + token.substring(2), token.repeat(50), "é"
        }) {
            assertThat(house.devices().recognise(text)).as("%s", text).isEmpty();
        }
    }

    @Test
    void aTokenOutlivesARotationWhileTheRealmKeepsTheOldKey() {
        String token = house.devices(DevicesFixture.ALICE, DevicesFixture.keys("old"))
                .trust("Firefox", List.of())
                .token();

        assertThat(house.devices(DevicesFixture.ALICE, DevicesFixture.keys("new", "old"))
                        .recognise(token))
                .isPresent();
        assertThat(house.devices(DevicesFixture.ALICE, DevicesFixture.keys("new"))
                        .recognise(token))
                .isEmpty();
    }

    @Test
    void noMoreThanTwentyAreKeptAndTheOldestGoes() {
        String first = house.devices().trust("Firefox", List.of()).token();
        house.pass(Duration.ofSeconds(1));
        String second = house.devices().trust("Firefox", List.of()).token();
        for (int more = 2; more < 21; more++) {
            house.pass(Duration.ofSeconds(1));
            house.devices().trust("Firefox", List.of());
        }

        assertThat(house.records).hasSize(DeviceRules.MOST_PER_USER);
        assertThat(house.devices().recognise(first)).isEmpty();
        assertThat(house.devices().recognise(second)).isPresent();
    }

    @Test
    void aDeviceThatIsTrustedAnewReplacesItself() {
        String token = house.devices().trust("Firefox", List.of()).token();
        String again = house.devices()
                .trust("Firefox", List.of("somebody else's", token))
                .token();

        assertThat(house.devices().live()).hasSize(1);
        assertThat(house.devices().recognise(token)).isEmpty();
        assertThat(house.devices().recognise(again)).isPresent();
    }

    @Test
    void devicesOfOneKindAreToldApart() {
        house.devices().trust("Firefox", List.of());
        house.devices().trust("Firefox", List.of());
        house.devices().trust("Firefox", List.of());

        assertThat(house.devices().live())
                .extracting(TrustedDevice::name)
                .containsExactlyInAnyOrder("Firefox", "Firefox (2)", "Firefox (3)");
    }

    @Test
    void whereThereAreNoTrustedDevicesNoneIsRecognised() {
        String token = house.devices().trust("Firefox", List.of()).token();
        house.lifetime = Duration.ZERO;

        assertThat(house.devices().recognise(token)).isEmpty();
    }
}
