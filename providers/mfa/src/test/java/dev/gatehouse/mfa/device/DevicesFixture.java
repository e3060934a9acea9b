package dev.gatehouse.mfa.device;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** One user's devices, in memory, with a clock that is moved by hand. */
final class DevicesFixture implements DeviceStore {

    static final DeviceOwner ALICE = new DeviceOwner("realm", "alice");

    final Map<String, TrustedDevice> records = new LinkedHashMap<>();
    String stamp = "password and app";
    Duration lifetime = Duration.ofDays(30);
    int looks;
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    TrustedDevices devices() {
        return devices(ALICE, keys("the realm's secret"));
    }

    TrustedDevices devices(DeviceOwner owner, DeviceKeys keys) {
        return new TrustedDevices(
                owner,
                this,
                keys,
                () -> stamp,
                new DeviceRules(new DeviceSettings(lifetime), clock(), RandomGenerator.of("L64X128MixRandom")));
    }

    void pass(Duration duration) {
        now = now.plus(duration);
    }

    static DeviceKeys keys(String... secrets) {
        List<DeviceKey> keys = new ArrayList<>();
        for (String secret : secrets) {
            keys.add(DeviceKey.derivedFrom("key of " + secret, secret.getBytes(StandardCharsets.UTF_8)));
        }
        return new DeviceKeys() {
            @Override
            public DeviceKey active() {
                return keys.get(0);
            }

            @Override
            public Optional<DeviceKey> byId(String id) {
                return keys.stream().filter(key -> key.id().equals(id)).findFirst();
            }
        };
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    @Override
    public List<TrustedDevice> all() {
        looks++;
        return List.copyOf(records.values());
    }

    @Override
    public void add(TrustedDevice device) {
        records.put(device.id(), device);
    }

    @Override
    public boolean remove(String deviceId) {
        return records.remove(deviceId) != null;
    }
}
