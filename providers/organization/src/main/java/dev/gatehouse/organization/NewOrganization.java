package dev.gatehouse.organization;

import dev.gatehouse.foundation.problem.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
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
    static final int MAXIMUM_ATTRIBUTES = 32;
    static final int MAXIMUM_ATTRIBUTE_VALUES = 20;
    private static final int MAXIMUM_NAME = 100;
    private static final int MAXIMUM_DESCRIPTION = 500;
    /** What a column of Keycloak's holds. */
    private static final int MAXIMUM_ATTRIBUTE_VALUE = 255;

    private static final Pattern ATTRIBUTE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*([.][A-Za-z0-9_-]+)*");
    private static final int MAXIMUM_ATTRIBUTE_NAME = 64;

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
        Map<String, List<String>> checkedAttributes = checkAttributes(attributes, errors);
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

    private static Map<String, List<String>> checkAttributes(
            Map<String, List<String>> attributes, List<FieldError> errors) {
        Map<String, List<String>> checked = new TreeMap<>();
        if (attributes.size() > MAXIMUM_ATTRIBUTES) {
            errors.add(new FieldError("/attributes", FieldCode.LENGTH, "Must be at most " + MAXIMUM_ATTRIBUTES + "."));
            return checked;
        }
        attributes.forEach((name, values) -> {
            if (name.length() > MAXIMUM_ATTRIBUTE_NAME
                    || !ATTRIBUTE_NAME.matcher(name).matches()
                    || isReservedAttribute(name)) {
                errors.add(new FieldError(
                        "/attributes",
                        FieldCode.VALUE,
                        "A name must be letters, digits, dots and hyphens, and not start as ours do."));
                return;
            }
            String pointer = "/attributes/" + name;
            if (values.isEmpty() || values.size() > MAXIMUM_ATTRIBUTE_VALUES) {
                errors.add(new FieldError(
                        pointer, FieldCode.LENGTH, "Must have 1 to " + MAXIMUM_ATTRIBUTE_VALUES + " values."));
                return;
            }
            List<String> texts = new ArrayList<>();
            for (int at = 0; at < values.size(); at++) {
                Checked<String> text =
                        new PlainText(pointer + "/" + at, MAXIMUM_ATTRIBUTE_VALUE, true).check(values.get(at));
                errors.addAll(text.errors());
                if (text.isGood()) {
                    texts.add(text.value());
                }
            }
            checked.put(name, texts);
        });
        return checked;
    }
}
