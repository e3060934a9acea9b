package dev.gatehouse.organization;

import dev.gatehouse.foundation.problem.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to create an organization, checked.
 *
 * @param attributes free for applications; {@code gatehouse.} and {@code kc.} are not theirs
 */
public record NewOrganization(
        String name,
        Alias alias,
        @Nullable String description,
        Set<DomainName> domains,
        Map<String, List<String>> attributes) {

    static final int MAXIMUM_DOMAINS = 20;
    static final int MAXIMUM_NAME = 100;
    static final int MAXIMUM_DESCRIPTION = 500;

    /** All that is wrong at once, so that a form can show it all. */
    public static Checked<NewOrganization> check(
            @Nullable String name,
            @Nullable String alias,
            @Nullable String description,
            List<String> domains,
            Map<String, List<String>> attributes) {
        List<FieldError> errors = new ArrayList<>();
        Checked<String> checkedName = new PlainText("/name", MAXIMUM_NAME, false).check(name);
        errors.addAll(checkedName.errors());
        Checked<Alias> checkedAlias = null;
        if (alias != null) {
            checkedAlias = Alias.check(alias);
        } else if (checkedName.isGood()) {
            checkedAlias = Alias.from(checkedName.value());
        }
        if (checkedAlias != null) {
            errors.addAll(checkedAlias.errors());
        }
        String checkedDescription = null;
        if (description != null && !description.isEmpty()) {
            Checked<String> text = new PlainText("/description", MAXIMUM_DESCRIPTION, true).check(description);
            errors.addAll(text.errors());
            checkedDescription = text.isGood() ? text.value() : null;
        }
        Set<DomainName> checkedDomains = checkDomains(domains, errors);
        Map<String, List<String>> checkedAttributes = OrganizationAttributes.check(attributes, errors);
        if (!errors.isEmpty() || checkedAlias == null) {
            return Checked.bad(errors);
        }
        return Checked.good(new NewOrganization(
                checkedName.value(), checkedAlias.value(), checkedDescription, checkedDomains, checkedAttributes));
    }

    /** Attributes that belong to Gatehouse or Keycloak: policies are kept there, and clients neither see nor set them. */
    public static boolean isReservedAttribute(String name) {
        return name.startsWith("gatehouse.") || name.startsWith("kc.");
    }

    private static Set<DomainName> checkDomains(List<String> domains, List<FieldError> errors) {
        Set<DomainName> checked = new LinkedHashSet<>();
        if (domains.size() > MAXIMUM_DOMAINS) {
            errors.add(new FieldError("/domains", FieldCode.LENGTH, "Must be at most " + MAXIMUM_DOMAINS + "."));
            return checked;
        }
        for (int at = 0; at < domains.size(); at++) {
            Checked<DomainName> domain = DomainName.check("/domains/" + at, domains.get(at));
            errors.addAll(domain.errors());
            if (domain.isGood()) {
                checked.add(domain.value());
            }
        }
        return checked;
    }
}
