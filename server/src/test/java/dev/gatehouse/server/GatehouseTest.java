package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class GatehouseTest {
    @Test
    void javaBeforeSeventeenIsTooOld() {
        assertThat(Gatehouse.isTooOld("1.8")).isTrue();
        assertThat(Gatehouse.isTooOld("11")).isTrue();
        assertThat(Gatehouse.isTooOld("17")).isFalse();
        assertThat(Gatehouse.isTooOld("25")).isFalse();
    }

    @Test
    void javaEightCanLoadTheClassThatSaysSo() throws IOException {
        try (InputStream file = Gatehouse.class.getResourceAsStream("Gatehouse.class");
                DataInputStream data = new DataInputStream(file)) {
            data.readInt();
            data.readUnsignedShort();
            assertThat(data.readUnsignedShort())
                    .as("class file version of Java 8")
                    .isEqualTo(52);
        }
    }
}
