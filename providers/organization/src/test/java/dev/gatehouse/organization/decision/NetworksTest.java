package dev.gatehouse.organization.decision;

import static dev.gatehouse.organization.decision.Questions.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "10.0.0.0/8, ::ffff:10.1.2.3, true",
        "10.0.0.0/8, ::ffff:a01:203, true",
        "10.0.0.0/8, ::10.1.2.3, false",
        "10.1.2.3/32, 10.1.2.3, true",
        "10.1.2.3/32, 10.1.2.4, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "::/0, 2001:db8::1, true",
        "::/0, 10.0.0.1, false",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:DB8:0:0:0:0:0:1, true",
        "2001:db8::/32, 2001:db9::, false",
        "2001:db8::1/128, 2001:db8::1, true"
    })
    void anAddressIsInTheNetworkOrNot(String network, String address, boolean in) {
        assertThat(PLAIN.from(address).meet("network in " + network)).isEqualTo(in);
    }

    @Test
    void oneOfSeveralNetworksIsEnough() {
        assertThat(PLAIN.from("2001:db8::5").meet("network in 10.0.0.0/8,2001:db8::/32"))
                .isTrue();
    }

    @Test
    void anAddressThatIsNotKnownIsInNoNetwork() {
        assertThat(PLAIN.meet("network in 0.0.0.0/0,::/0")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "10", "10.1", "10.0.1", "010.0.0.1", "10.0.0.01", "10.0.0.256", "10.0.0.1.", "10.0.0.1 ",
                        "0x0a.0.0.1",
                "167772161", "10.0.0.1/8", "localhost", "example.test", "a.example.test", "::1%eth0", "[::1]",
                        "1::2::3", ":", ":::", "1:2",
                "::ffff:10.0.0.256", "fe80::1%25lo", "10.0.0.1:80", "\u0661\u0660.0.0.1", "dead:beef"
            })
    void whatIsNoAddressIsInNoNetworkAndNoNameIsLookedUp(String address) {
        assertThat(PLAIN.from(address).meet("network in 0.0.0.0/0,::/0")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "network in 10.0.0.1/8",
                "network in 10.0.0.0/33",
                "network in 10.0.0.0/08",
                "network in 10.0.0.0/-1",
                "network in 10.0.0.0",
                "network in 10.0.0.0/8,",
                "network in 10.0.0.0/8, 11.0.0.0/8",
                "network in ::ffff:10.0.0.0/104",
                "network in 2001:db8::1/32",
                "network in ::/129",
                "network in example.test/8",
                "network in /8",
                "network in"
            })
    void whatIsNoNetworkIsRefused(String text) {
        assertThat(Conditions.mistake(text)).isPresent();
        assertThat(PLAIN.from("10.0.0.1").meet(text)).isFalse();
    }

    /** Any address, any length, against arithmetic on whole numbers. */
    @Test
    void aNetworkHoldsExactlyTheAddressesThatShareItsBits() throws BadCondition {
        Random random = new Random(7);
        for (int turn = 0; turn < 20_000; turn++) {
            int bits = random.nextBoolean() ? 32 : 128;
            int length = random.nextInt(bits + 1);
            BigInteger first =
                    new BigInteger(bits, random).shiftRight(bits - length).shiftLeft(bits - length);
            BigInteger other = random.nextInt(3) == 0
                    ? new BigInteger(bits, random)
                    : first.xor(BigInteger.ONE.shiftLeft(random.nextInt(bits)));
            if (bits == 128 && (isMapped(first) || isMapped(other))) {
                continue;
            }
            boolean in = first.shiftRight(bits - length).equals(other.shiftRight(bits - length));
            assertThat(Network.read(written(first, bits) + "/" + length)
                            .contains(NetworkAddress.of(written(other, bits)).orElseThrow()))
                    .as("%s/%d %s", written(first, bits), length, written(other, bits))
                    .isEqualTo(in);
        }
    }

    private static boolean isMapped(BigInteger address) {
        return address.shiftRight(32).equals(BigInteger.valueOf(0xffff));
    }

    private static String written(BigInteger address, int bits) {
        StringBuilder text = new StringBuilder();
        int step = bits == 32 ? 8 : 16;
        for (int shift = bits - step; shift >= 0; shift -= step) {
            int part = address.shiftRight(shift).intValue() & ((1 << step) - 1);
            text.append(bits == 32 ? Integer.toString(part) : Integer.toHexString(part))
                    .append(shift == 0 ? "" : bits == 32 ? "." : ":");
        }
        return text.toString();
    }
}
