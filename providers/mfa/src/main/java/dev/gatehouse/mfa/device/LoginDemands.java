package dev.gatehouse.mfa.device;

import org.jspecify.annotations.Nullable;

/**
 * What a login has to come to, as far as a trusted device has a say in it.
 *
 * @param policyRequiresFactor whether something asks the user for a second factor
 * @param level the level of authentication that was asked for
 * @param reauthentication whether somebody who may be logged in already has to show again that it is them
 */
public record LoginDemands(boolean policyRequiresFactor, int level, boolean reauthentication) {

    private static final int PASSWORD = 1;

    /** What {@code acr_values} asks for where nobody has translated it: a value that is not known is more than a password. */
    public static int levelOf(@Nullable String acrValues) {
        return acrValues == null || acrValues.strip().matches("[01]?") ? PASSWORD : PASSWORD + 1;
    }

    /** A device stands in for a factor only where its owner alone wanted one. */
    public boolean allowDevice() {
        return !policyRequiresFactor && level <= PASSWORD && !reauthentication;
    }
}
