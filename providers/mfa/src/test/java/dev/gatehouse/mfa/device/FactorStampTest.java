package dev.gatehouse.mfa.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mfa.device.FactorStamp.Part;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FactorStampTest {

    private static final Part PASSWORD = new Part("password", "1", 1_000L, null);
    private static final Part APP = new Part("otp", "2", 2_000L, null);

    @Test
    void theOrderDoesNotMatter() {
        assertThat(FactorStamp.of(List.of(PASSWORD, APP))).isEqualTo(FactorStamp.of(List.of(APP, PASSWORD)));
    }

    @Test
    void everyChangeIsSeen() {
        assertThat(Set.of(
                        FactorStamp.of(List.of()),
                        FactorStamp.of(List.of(PASSWORD)),
                        FactorStamp.of(List.of(PASSWORD, APP)),
                        FactorStamp.of(List.of(new Part("password", "1", 1_001L, null), APP)),
                        FactorStamp.of(List.of(PASSWORD, new Part("otp", "3", 2_000L, null))),
                        FactorStamp.of(List.of(PASSWORD, new Part("otp", "2", null, null))),
                        FactorStamp.of(List.of(PASSWORD, new Part("otp", "2", 2_000L, "a@example.test")))))
                .hasSize(7);
    }
}
