package dev.gatehouse.organization.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a proved domain fared since.
 *
 * @param missingSince when its record was first found missing; null while it is there
 * @param misses how often in a row it was found missing
 */
public record ProofState(Instant nextCheckAt, @Nullable Instant missingSince, int misses) {}
