package dev.gatehouse.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "127.0.0.1, 127.0.0.1",
        "127.0.0.2, 127.0.0.2",
        "::ffff:203.0.113.7, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
        "2001:db8:1:2::, 20010db800010002/64",
        "[2001:db8:1:2::9], 20010db800010002/64",
        "fe80::1%eth0, fe80000000000000/64",
        "::1, 0000000000000000/64",
    })
    void anAddressHasTheBucketOfItsNetwork(String address, String bucket) {
        assertThat(ClientAddress.of(address).bucket()).isEqualTo(bucket);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "_hidden",
                "localhost",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "1.2.3.4.",
                "a:b:c",
                ":::::::::",
                "evil.example"
            })
    void whatIsNoAddressSharesOneBucket(String text) {
        assertThat(ClientAddress.of(text).bucket()).isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.1.2, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.168.4.0/22, 192.168.7.255, true",
        "192.168.4.0/22, 192.168.8.0, false",
        "203.0.113.7, 203.0.113.7, true",
        "203.0.113.7, 203.0.113.8, false",
        "0.0.0.0/0, 203.0.113.8, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "0.0.0.0/0, unknown, false",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::1, false",
    })
    void aNetworkContainsItsAddresses(String network, String address, boolean contained) {
        AddressRange range = AddressRange.parse(network).orElseThrow();

        assertThat(range.contains(ClientAddress.of(address))).isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10/8", "example.org", "::/129", "/8"})
    void whatIsNoNetworkIsRefused(String text) {
        assertThat(AddressRange.parse(text)).isEmpty();
    }
}
