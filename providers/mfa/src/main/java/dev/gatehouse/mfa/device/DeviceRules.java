package dev.gatehouse.mfa.device;

import java.time.Clock;
import java.util.random.RandomGenerator;

/** What is the same for every user of this server. */
public record DeviceRules(DeviceSettings settings, Clock clock, RandomGenerator random) {

    /** More would be a list that nobody reads. */
    static final int MOST_PER_USER = 20;
}
