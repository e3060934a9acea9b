package dev.gatehouse.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A domain as an organization has it: one domain, or with Keycloak's {@code *.} the domain and all that lies below it.
 *
 * @param base what has to be proved to be the organization's, for both forms alike
 */
public record OrganizationDomain(DomainName base, boolean wildcard) {

    private static final String WILDCARD = "*.";

    public static Checked<OrganizationDomain> check(String pointer, @Nullable String text) {
        boolean wildcard = text != null && text.startsWith(WILDCARD);
        Checked<DomainName> base =
                DomainName.check(pointer, wildcard && text != null ? text.substring(WILDCARD.length()) : text);
        return base.isGood()
                ? Checked.good(new OrganizationDomain(base.value(), wildcard))
                : Checked.bad(base.errors());
    }

    /** What Keycloak has stored under this name; nothing if it is no domain to us. */
    public static Optional<OrganizationDomain> of(String name) {
        Checked<OrganizationDomain> checked = check("/domain", name);
        return checked.isGood() ? Optional.of(checked.value()) : Optional.empty();
    }

    /** All names under which a domain can be stored that holds this address, the closest one first. */
    public static List<String> namesHolding(String email) {
        int at = email.lastIndexOf('@');
        List<String> names = new ArrayList<>();
        if (at < 0 || at == email.length() - 1) {
            return names;
        }
        String domain = email.substring(at + 1).toLowerCase(Locale.ROOT);
        names.add(domain);
        names.add(WILDCARD + domain);
        for (int dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', dot + 1)) {
            names.add(WILDCARD + domain.substring(dot + 1));
        }
        return names;
    }

    /** As Keycloak and people write it. */
    public String name() {
        return wildcard ? WILDCARD + base.value() : base.value();
    }

    /** Whether this address is in the domain; one in a sub-domain only where there is a wildcard. */
    public boolean holds(String email) {
        return base.holds(email)
                || (wildcard && email.toLowerCase(Locale.ROOT).endsWith('.' + base.value()) && email.indexOf('@') > 0);
    }
}
