package dev.gatehouse.organization.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What holds while something is asked.
 *
 * @param time the server's own: nobody who asks can choose it
 * @param address from where the subject acts, if whoever asks knows it
 */
public record Circumstances(Instant time, @Nullable String address) {}
