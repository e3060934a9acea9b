package dev.gatehouse.organization;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that a role allows inside an organization, written {@code resource:action}.
 *
 * <p>The permissions named here are Gatehouse's own. An application adds its own ({@code invoice:approve}); it cannot
 * define one on a resource of ours, so a permission that Gatehouse gets later never has another meaning somewhere.
 *
 * @param value at most {@value #MAXIMUM_LENGTH} characters, which is what one attribute of a Keycloak group holds safely
 */
public record Permission(String value) implements Comparable<Permission> {

    static final int MAXIMUM_LENGTH = 100;

    // First: the permissions below are checked by it.
    private static final Pattern FORM =
            Pattern.compile("[a-z][a-z0-9]*([._-][a-z0-9]+)*:[a-z][a-z0-9]*([._-][a-z0-9]+)*");

    public static final Permission ORGANIZATION_READ = new Permission("organization:read");
    public static final Permission ORGANIZATION_UPDATE = new Permission("organization:update");
    public static final Permission ORGANIZATION_DELETE = new Permission("organization:delete");
    public static final Permission MEMBERS_READ = new Permission("members:read");
    public static final Permission MEMBERS_MANAGE = new Permission("members:manage");
    public static final Permission ROLES_READ = new Permission("roles:read");
    public static final Permission ROLES_MANAGE = new Permission("roles:manage");
    public static final Permission INVITATIONS_READ = new Permission("invitations:read");
    public static final Permission INVITATIONS_MANAGE = new Permission("invitations:manage");
    public static final Permission POLICIES_READ = new Permission("policies:read");
    public static final Permission POLICIES_MANAGE = new Permission("policies:manage");
    public static final Permission DOMAINS_MANAGE = new Permission("domains:manage");
    public static final Permission AUDIT_READ = new Permission("audit:read");
    public static final Permission DASHBOARD_READ = new Permission("dashboard:read");

    /** Gatehouse's own permissions, in the order in which people read them. */
    public static final List<Permission> BUILT_IN = List.of(
            ORGANIZATION_READ,
            ORGANIZATION_UPDATE,
            ORGANIZATION_DELETE,
            MEMBERS_READ,
            MEMBERS_MANAGE,
            ROLES_READ,
            ROLES_MANAGE,
            INVITATIONS_READ,
            INVITATIONS_MANAGE,
            POLICIES_READ,
            POLICIES_MANAGE,
            DOMAINS_MANAGE,
            AUDIT_READ,
            DASHBOARD_READ);

    private static final Set<String> OWN_RESOURCES = Stream.concat(
                    BUILT_IN.stream().map(Permission::resource), Stream.of("users", "sessions", "mfa", "gatehouse"))
            .collect(Collectors.toUnmodifiableSet());

    public Permission {
        if (value.length() > MAXIMUM_LENGTH || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a permission");
        }
    }

    /** The permission that this text names: one of ours, or a well-formed one of an application; else nothing. */
    public static Optional<Permission> of(String text) {
        if (text.length() > MAXIMUM_LENGTH || !FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        Permission permission = new Permission(text);
        return permission.isBuiltIn() || !OWN_RESOURCES.contains(permission.resource())
                ? Optional.of(permission)
                : Optional.empty();
    }

    public boolean isBuiltIn() {
        return BUILT_IN.contains(this);
    }

    /** What is read or changed: {@code members} in {@code members:read}. */
    public String resource() {
        return value.substring(0, value.indexOf(':'));
    }

    /** Whether it changes nothing. */
    public boolean isRead() {
        return value.endsWith(":read");
    }

    @Override
    public int compareTo(Permission other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
