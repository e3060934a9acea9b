package dev.gatehouse.organization.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.foundation.InvalidSetting;
import dev.gatehouse.foundation.SettingsSource;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainSettingsTest {

    private static final String SERVERS = "gatehouse.organization.dns-servers";

    @Test
    void byDefaultTheMachinesNameServersAreAskedOnceADay() {
        DomainSettings settings = DomainSettings.from(SettingsSource.of(Map.of()));
        assertThat(settings.nameServers()).isEmpty();
        assertThat(settings.dnsTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.recheck()).isEqualTo(new RecheckPlan(Duration.ofDays(1), 3, Duration.ofDays(3)));
        assertThat(settings.shared()).contains("gmail.com", "gmx.de").doesNotContain("example.com");
    }

    @Test
    void nameServersAreNamedByAddress() {
        assertThat(servers("192.0.2.53, 127.0.0.1:5353,[2001:db8::1],[::1]:5353")
                        .nameServers())
                .containsExactly(
                        new NameServer("192.0.2.53", 53),
                        new NameServer("127.0.0.1", 5353),
                        new NameServer("2001:db8::1", 53),
                        new NameServer("::1", 5353));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dns.example.com", "192.0.2.53:0", "192.0.2.53:65536", "::1", "192.0.2.53:x", "300"})
    void whatIsNoAddressStopsTheStart(String server) {
        assertThatThrownBy(() -> servers(server))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining(SERVERS);
    }

    @Test
    void anOperatorAddsSharedDomains() {
        DomainSettings settings = DomainSettings.from(
                SettingsSource.of(Map.of("gatehouse.organization.shared-domains", "isp.example, MÜLL.example")));
        assertThat(settings.shared()).contains("isp.example", "xn--mll-hoa.example", "gmail.com");
        assertThatThrownBy(() -> DomainSettings.from(
                        SettingsSource.of(Map.of("gatehouse.organization.shared-domains", "not a domain"))))
                .isInstanceOf(InvalidSetting.class);
    }

    private static DomainSettings servers(String servers) {
        return DomainSettings.from(SettingsSource.of(Map.of(SERVERS, servers)));
    }
}
