package dev.gatehouse.organization.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A domain of an organization, and what there is to do about it.
 *
 * @param challenge what proves the domain; null for one that was entered in the admin console and never claimed here
 * @param provedAt when DNS had the record; null where it has not, or where an administrator's word is the proof
 * @param missingSince since when the record that proved it is gone; the domain is at risk
 */
public record DomainState(
        String name,
        boolean verified,
        @Nullable Challenge challenge,
        @Nullable Instant provedAt,
        @Nullable Instant missingSince) {}
