package dev.gatehouse.mfa.device;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The devices of one user. A token is worth nothing without its record, and a record nothing once it is over or the user's
 * password or factors are not what they were.
 */
public final class TrustedDevices {

    private final DeviceOwner owner;
    private final DeviceStore store;
    private final DeviceKeys keys;
    private final Supplier<String> stamp;
    private final DeviceRules rules;

    /** @param stamp the owner's {@link FactorStamp} now, asked for only once a token has the right signature */
    public TrustedDevices(
            DeviceOwner owner, DeviceStore store, DeviceKeys keys, Supplier<String> stamp, DeviceRules rules) {
        this.owner = owner;
        this.store = store;
        this.keys = keys;
        this.stamp = stamp;
        this.rules = rules;
    }

    /** The device that holds this token, if it is still trusted. A record that no token can revive is removed. */
    public Optional<TrustedDevice> recognise(@Nullable String text) {
        if (!rules.settings().isOn()) {
            return Optional.empty();
        }
        Optional<DeviceToken> token = DeviceToken.read(text, owner, keys);
        Optional<TrustedDevice> device = token.flatMap(this::recordOf);
        if (device.filter(this::isLive).isEmpty()) {
            device.ifPresent(ended -> store.remove(ended.id()));
            return Optional.empty();
        }
        return device;
    }

    /**
     * Trusts a device from now on.
     *
     * @param name as it calls itself; told apart from the names that are there
     * @param replaced the tokens that it holds already, whose records go
     */
    public GrantedDevice trust(String name, List<String> replaced) {
        replaced.forEach(text -> DeviceToken.read(text, owner, keys)
                .flatMap(this::recordOf)
                .ifPresent(device -> store.remove(device.id())));
        makeRoom();
        Instant now = rules.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        DeviceToken token = DeviceToken.next(UUID.randomUUID().toString(), rules.random());
        TrustedDevice device = new TrustedDevice(
                token.deviceId(),
                distinct(name),
                token.secretDigest(),
                stamp.get(),
                now,
                now.plus(rules.settings().lifetime()));
        store.add(device);
        return new GrantedDevice(device, token.text(owner, keys.active()));
    }

    /** Those that are trusted now, the newest first. */
    public List<TrustedDevice> live() {
        return store.all().stream()
                .filter(this::isLive)
                .sorted(Comparator.comparing(DevicePosition::of))
                .toList();
    }

    /** The device that was, live or not; empty if the owner had none such. */
    public Optional<TrustedDevice> forget(String deviceId) {
        return store.all().stream()
                .filter(device -> device.id().equals(deviceId))
                .findFirst()
                .filter(device -> store.remove(device.id()));
    }

    /** How many there were. */
    public int forgetAll() {
        List<TrustedDevice> all = store.all();
        all.forEach(device -> store.remove(device.id()));
        return all.size();
    }

    private Optional<TrustedDevice> recordOf(DeviceToken token) {
        return store.all().stream()
                .filter(device -> device.id().equals(token.deviceId()))
                .filter(device -> token.hasDigest(device.secretDigest()))
                .findFirst();
    }

    private boolean isLive(TrustedDevice device) {
        return device.isLive(stamp.get(), rules.clock().instant());
    }

    private void makeRoom() {
        Set<String> kept = live().stream()
                .limit(DeviceRules.MOST_PER_USER - 1)
                .map(TrustedDevice::id)
                .collect(Collectors.toSet());
        store.all().stream().filter(device -> !kept.contains(device.id())).forEach(device -> store.remove(device.id()));
    }

    /** Two devices of one kind are two lines of a list. */
    private String distinct(String name) {
        Set<String> taken = new HashSet<>();
        store.all().forEach(device -> taken.add(device.name()));
        String distinct = name;
        for (int number = 2; taken.contains(distinct); number++) {
            distinct = name + " (" + number + ")";
        }
        return distinct;
    }
}
