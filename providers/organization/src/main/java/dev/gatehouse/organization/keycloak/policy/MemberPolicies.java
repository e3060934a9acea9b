package dev.gatehouse.organization.keycloak.policy;

import dev.gatehouse.foundation.keycloak.jpa.EntityManagers;
import dev.gatehouse.organization.keycloak.Organizations;
import dev.gatehouse.organization.keycloak.jpa.AttributeValue;
import dev.gatehouse.organization.keycloak.jpa.OrganizationQueries;
import dev.gatehouse.organization.policy.OrganizationPolicies;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * What binds a user's logins and sessions, whatever they are for: the strictest of the realm and of all organizations that
 * the user is a member of. An organization's policy that bound only logins for that organization would be avoided by logging
 * in without naming it, since services ask what a user may do and not by which login.
 */
final class MemberPolicies {

    private final KeycloakSession session;

    MemberPolicies(KeycloakSession session) {
        this.session = session;
    }

    /** One statement. Nothing where organizations are off. */
    OrganizationPolicies of(String userId) {
        if (!Organizations.of(session).areAvailable()) {
            return OrganizationPolicies.NONE;
        }
        RealmModel realm = session.getContext().getRealm();
        Map<String, List<String>> attributes = new HashMap<>();
        realm.getAttributes().forEach((name, value) -> add(attributes, name, value));
        for (AttributeValue row : OrganizationQueries.of(EntityManagers.of(session))
                .attributesOfAll(realm.getId(), userId, OrganizationPolicies.PREFIX)) {
            if (row.value() != null) {
                add(attributes, row.name(), row.value());
            }
        }
        return OrganizationPolicies.from(attributes);
    }

    private static void add(Map<String, List<String>> attributes, String name, String value) {
        if (OrganizationPolicies.isPolicy(name)) {
            attributes.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
    }
}
