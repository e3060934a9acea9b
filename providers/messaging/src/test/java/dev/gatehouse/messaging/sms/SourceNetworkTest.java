package dev.gatehouse.messaging.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceNetworkTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8::1, 20010db800000000/64",
        "2001:db8:0:0:ffff:1:2:3, 20010db800000000/64",
        "'[2001:db8::1]', 20010db800000000/64",
        "2001:db8:0:1::1%eth0, 20010db800000001/64",
        "::ffff:192.0.2.7, 192.0.2.7",
        "unknown, unknown"
    })
    void aHouseholdIsOneNetworkHoweverManyAddressesItHas(String address, String network) {
        assertThat(SourceNetwork.of(address)).isEqualTo(network);
    }

    @Test
    void noAddressIsOneNetworkToo() {
        assertThat(SourceNetwork.of(null)).isEqualTo("unknown");
    }
}
