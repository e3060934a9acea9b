package dev.gatehouse.mfa.device;

import java.util.HexFormat;

/** Whose device it is: of one user in one realm, and of nobody else. */
public record DeviceOwner(String realmId, String userId) {

    private static final String NAME = "name";
    private static final int NAME_BYTES = 8;

    /** Tells the devices of two users of one browser apart, to nobody who does not have the key. */
    public String pseudonym(DeviceKeys keys) {
        return HexFormat.of().formatHex(keys.active().sign(NAME, realmId, userId), 0, NAME_BYTES);
    }
}
