package dev.gatehouse.organization;

import java.util.List;

/**
 * An organization that somebody belongs to.
 *
 * @param roles those held there by name, never none
 */
public record Affiliation(String id, String alias, String name, List<String> roles) {

    public Affiliation {
        roles = List.copyOf(roles);
    }
}
