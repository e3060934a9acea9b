package dev.gatehouse.organization.keycloak;

import dev.gatehouse.foundation.Feature;
import dev.gatehouse.foundation.SettingsSource;
import dev.gatehouse.foundation.keycloak.infinispan.RevisedCache;
import dev.gatehouse.organization.decision.UserPermissions.InOrganization;
import dev.gatehouse.organization.domain.ClaimRules;
import dev.gatehouse.organization.domain.DomainProofs;
import dev.gatehouse.organization.domain.DomainSettings;
import dev.gatehouse.organization.domain.dns.DnsTextRecords;
import dev.gatehouse.organization.domain.guava.GuavaPublicSuffixes;
import dev.gatehouse.organization.invitation.InvitationSettings;
import dev.gatehouse.organization.tier.RateTiers;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What organizations are handed from outside, read and checked once when the server starts. */
record Surroundings(
        boolean enabled,
        Clock clock,
        RandomGenerator random,
        InvitationSettings invitations,
        DomainProofs proofs,
        RateTiers tiers,
        RevisedCache<Optional<InOrganization>> memberships) {

    /** Memberships of which decisions are remembered: an alias, some roles and their permissions each. */
    private static final int KEPT_MEMBERSHIPS = 20_000;

    /** @throws dev.gatehouse.foundation.InvalidSetting naming the setting that is wrong */
    static Surroundings of(SettingsSource settings) {
        Clock clock = Clock.systemUTC();
        SecureRandom random = new SecureRandom();
        DomainSettings domains = DomainSettings.from(settings);
        return new Surroundings(
                Feature.ORGANIZATION.isEnabled(settings),
                clock,
                random,
                InvitationSettings.from(settings),
                new DomainProofs(
                        new ClaimRules(new GuavaPublicSuffixes(), domains.shared()),
                        DnsTextRecords.of(domains.nameServers(), domains.dnsTimeout()),
                        domains.recheck(),
                        clock,
                        random),
                RateTiers.from(settings),
                new RevisedCache<>(KEPT_MEMBERSHIPS));
    }
}
