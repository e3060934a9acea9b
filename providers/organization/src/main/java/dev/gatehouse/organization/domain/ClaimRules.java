package dev.gatehouse.organization.domain;

import dev.gatehouse.organization.Checked;
import dev.gatehouse.organization.FieldCode;
import dev.gatehouse.organization.OrganizationDomain;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which domains one organization may call its own: none under which the whole world has its sites or its mail. */
public final class ClaimRules {

    private final PublicSuffixes suffixes;
    private final Set<String> shared;

    /** @param shared domains whose addresses anybody can have */
    public ClaimRules(PublicSuffixes suffixes, Set<String> shared) {
        this.suffixes = suffixes;
        this.shared = Set.copyOf(shared);
    }

    public Checked<OrganizationDomain> check(String pointer, @Nullable String text) {
        Checked<OrganizationDomain> checked = OrganizationDomain.check(pointer, text);
        if (!checked.isGood()) {
            return checked;
        }
        String base = checked.value().base().value();
        if (suffixes.contains(checked.value().base())) {
            return Checked.bad(
                    pointer, FieldCode.VALUE, "Must not be a domain under which others register theirs, as this one.");
        }
        if (shared.contains(base)) {
            return Checked.bad(
                    pointer, FieldCode.VALUE, "Must not be a domain whose addresses anybody can have, as this one.");
        }
        return Challenge.isPossible(checked.value())
                ? checked
                : Checked.bad(pointer, FieldCode.LENGTH, "Must leave room for the name of the record that proves it.");
    }
}
