package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreflightTest {
    @Test
    void aTakenPortIsRefusedWithTheOptionThatMovesIt() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Preflight.Port port = new Preflight.Port(other.getLocalPort(), "http-port");

            assertThatThrownBy(() -> Preflight.demandFree(port, "127.0.0.1"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Port " + other.getLocalPort())
                    .hasMessageContaining("--http-port=" + (other.getLocalPort() + 1));
        }
    }

    @Test
    void aFreePortIsLeftFree() throws IOException {
        int number;
        try (ServerSocket once = new ServerSocket(0)) {
            number = once.getLocalPort();
        }
        Preflight.Port port = new Preflight.Port(number, "http-port");

        assertThatCode(() -> {
                    Preflight.demandFree(port, "127.0.0.1");
                    Preflight.demandFree(port, "127.0.0.1");
                })
                .doesNotThrowAnyException();
    }

    @Test
    void aDiskThatIsNearlyFullIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> Preflight.demandSpace(Path.of("data"), 5L * 1024 * 1024))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("5 MB are left at data");
        assertThatCode(() -> Preflight.demandSpace(Path.of("data"), Preflight.LEAST_DISK_BYTES))
                .doesNotThrowAnyException();
    }

    @Test
    void everyPortThatWillBeOpenedIsLookedAt() {
        GivenOptions options = GivenOptions.of(Map.of(
                "http-enabled", "true",
                "http-port", "8001",
                "https-certificate-file", "server.pem",
                "health-enabled", "true"));

        assertThat(Preflight.ports(options))
                .containsExactly(
                        new Preflight.Port(8001, "http-port"),
                        new Preflight.Port(8443, "https-port"),
                        new Preflight.Port(9000, "http-management-port"));
    }

    @Test
    void aServerWithoutHealthAndMetricsHasNoManagementPort() {
        assertThat(Preflight.ports(GivenOptions.of(Map.of("http-enabled", "true"))))
                .containsExactly(new Preflight.Port(8080, "http-port"));
    }
}
