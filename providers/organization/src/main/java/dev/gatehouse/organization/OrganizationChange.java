package dev.gatehouse.organization;

import dev.gatehouse.foundation.problem.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants changed about an organization, well-formed.
 *
 * @param alias only to be told that it never changes
 * @param name nothing to leave it as it is
 * @param description empty to remove it, nothing to leave it as it is
 * @param attributes those to set; one without values is removed; all others stay
 * @param enabled nothing to leave it as it is
 */
public record OrganizationChange(
        @Nullable String alias,
        @Nullable String name,
        @Nullable String description,
        Map<String, List<String>> attributes,
        @Nullable Boolean enabled) {

    /**
     * Checks a merge patch (RFC 7396): a field that is null is removed, one that is not there stays.
     *
     * @param sent which fields were there, if only as null
     * @param attributes by name, null to remove one; null as a whole to remove all is too easily sent by mistake
     */
    public static Checked<OrganizationChange> check(
            Set<String> sent,
            @Nullable String alias,
            @Nullable String name,
            @Nullable String description,
            @Nullable Map<String, @Nullable List<String>> attributes,
            @Nullable Boolean enabled) {
        List<FieldError> errors = new ArrayList<>();
        String checkedName = null;
        if (sent.contains("name")) {
            Checked<String> text = new PlainText("/name", NewOrganization.MAXIMUM_NAME, false).check(name);
            errors.addAll(text.errors());
            checkedName = text.isGood() ? text.value() : null;
        }
        String checkedDescription = sent.contains("description") ? "" : null;
        if (description != null && !description.isEmpty()) {
            Checked<String> text =
                    new PlainText("/description", NewOrganization.MAXIMUM_DESCRIPTION, true).check(description);
            errors.addAll(text.errors());
            checkedDescription = text.isGood() ? text.value() : null;
        }
        if (sent.contains("enabled") && enabled == null) {
            errors.add(new FieldError("/enabled", FieldCode.REQUIRED, "Must be true or false."));
        }
        if (sent.contains("attributes") && attributes == null) {
            errors.add(new FieldError(
                    "/attributes", FieldCode.REQUIRED, "Must be an object; name each attribute that shall go."));
        }
        if (sent.contains("alias") && alias == null) {
            errors.add(aliasNeverChanges());
        }
        Map<String, List<String>> checkedAttributes =
                attributes == null ? Map.of() : checkAttributes(attributes, errors);
        return errors.isEmpty()
                ? Checked.good(
                        new OrganizationChange(alias, checkedName, checkedDescription, checkedAttributes, enabled))
                : Checked.bad(errors);
    }

    /** Whether it asks for another alias than the organization has. */
    public boolean renamesAlias(String current) {
        return alias != null && !alias.equals(current);
    }

    public static FieldError aliasNeverChanges() {
        return new FieldError("/alias", FieldCode.VALUE, "The alias of an organization never changes.");
    }

    /** Whether the organization has more attributes than it may when this is done, given the names that it has. */
    public boolean exceedsAttributes(Set<String> existing) {
        Set<String> after = new HashSet<>(existing);
        attributes.forEach((name, values) -> {
            if (values.isEmpty()) {
                after.remove(name);
            } else {
                after.add(name);
            }
        });
        return after.size() > OrganizationAttributes.MAXIMUM && after.size() > existing.size();
    }

    public static FieldError tooManyAttributes() {
        return OrganizationAttributes.tooMany();
    }

    private static Map<String, List<String>> checkAttributes(
            Map<String, @Nullable List<String>> attributes, List<FieldError> errors) {
        Map<String, List<String>> checked = new TreeMap<>();
        if (attributes.size() > 2 * OrganizationAttributes.MAXIMUM) {
            errors.add(OrganizationAttributes.tooMany());
            return checked;
        }
        attributes.forEach((name, values) -> {
            if (OrganizationAttributes.checkName(name, errors)) {
                checked.put(
                        name, values == null ? List.of() : OrganizationAttributes.checkValues(name, values, errors));
            }
        });
        return checked;
    }
}
