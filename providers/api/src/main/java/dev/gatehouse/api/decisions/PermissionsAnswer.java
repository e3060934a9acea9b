package dev.gatehouse.api.decisions;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.organization.ConditionalPermission;
import dev.gatehouse.organization.Permission;
import dev.gatehouse.organization.decision.UserPermissions;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** All that a user may do, as clients read it. */
record PermissionsAnswer(
        String userId,
        Collection<String> realmRoles,
        Map<String, ? extends Collection<String>> clientRoles,
        List<InOrganization> organizations) {
    /** @param conditionalPermissions left out where there are none, which is the ordinary case */
    record InOrganization(
            String id,
            String alias,
            Collection<String> roles,
            List<String> permissions,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> conditionalPermissions) {
        static InOrganization of(UserPermissions.InOrganization one) {
            return new InOrganization(
                    one.id(),
                    one.alias(),
                    one.roles(),
                    one.permissions().stream().map(Permission::value).toList(),
                    one.conditional().stream().map(ConditionalPermission::value).toList());
        }
    }

    static PermissionsAnswer of(UserPermissions permissions) {
        return new PermissionsAnswer(
                permissions.userId(),
                permissions.realmRoles(),
                permissions.clientRoles(),
                permissions.organizations().stream().map(InOrganization::of).toList());
    }
}
