package dev.gatehouse.mfa.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeviceNameTest {

    private static final Instant AT = Instant.parse("2026-03-01T23:59:59Z");

    @Test
    void aDeviceIsCalledByBrowserSystemAndDay() {
        assertThat(DeviceName.of("Firefox/140.0.2", "Linux", AT)).isEqualTo("Firefox 140, Linux, 2026-03-01");
        assertThat(DeviceName.of("Other/Unknown", "Other", AT)).isEqualTo("Other, Other, 2026-03-01");
    }

    @Test
    void whatSomebodyWritesIntoAHeaderIsTamed() {
        assertThat(DeviceName.of("<b>a(1)<b>\n", "x".repeat(500), AT))
                .isEqualTo("ba(1)b, " + "x".repeat(40) + ", 2026-03-01");
    }
}
