package dev.gatehouse.account.validation;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The organizations that a token was issued for: their ids by alias, the alias again where the claim has no id. That the
 * user belongs to them still has to be asked.
 */
public record TokenOrganizations(Map<String, String> idsByAlias) {
    /** Of a token that was issued for none. */
    public static final TokenOrganizations NONE = new TokenOrganizations(Map.of());

    public TokenOrganizations {
        idsByAlias = Map.copyOf(idsByAlias);
    }

    /**
     * Reads the claim {@code organization} in each of its forms.
     *
     * @param claim an object by alias, a list of aliases, or whatever else another mapper put there
     */
    public static TokenOrganizations of(@Nullable Object claim) {
        Map<String, String> ids = new HashMap<>();
        if (claim instanceof Map<?, ?> byAlias) {
            byAlias.forEach((alias, one) -> ids.put(
                    alias.toString(),
                    one instanceof Map<?, ?> fields && fields.get("id") instanceof String id ? id : alias.toString()));
        } else if (claim instanceof Collection<?> aliases) {
            aliases.forEach(alias -> ids.put(alias.toString(), alias.toString()));
        }
        return new TokenOrganizations(ids);
    }

    /** The organization, if it is one and no more. */
    Optional<String> only() {
        return idsByAlias.size() == 1
                ? Optional.of(idsByAlias.values().iterator().next())
                : Optional.empty();
    }

    /** Whether the token may be used for this organization: a token that names organizations is good for those alone. */
    public boolean include(String idOrAlias) {
        return idsByAlias.isEmpty() || idsByAlias.containsKey(idOrAlias) || idsByAlias.containsValue(idOrAlias);
    }
}
