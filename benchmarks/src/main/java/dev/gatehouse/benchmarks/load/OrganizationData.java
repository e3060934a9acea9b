package dev.gatehouse.benchmarks.load;

import java.sql.SQLException;

/**
 * Generated organizations of the demo realm, written into Keycloak's tables as Keycloak and Gatehouse write them: each
 * with its group, and custom roles of five permissions each.
 *
 * @param realmId the demo realm's
 */
record OrganizationData(ServerOnPostgresql server, String realmId) {
    static OrganizationData of(ServerOnPostgresql server) throws SQLException {
        return new OrganizationData(server, server.single("select id from realm where name = 'demo'"));
    }

    /** Organizations {@code load-1} and on, with roles {@code role-1} and on. */
    void organizations(int count, int rolesEach) throws SQLException {
        server.generate("organizations' groups", """
                insert into keycloak_group (id, name, parent_group, realm_id, type, org_id)
                select %s, %s, ' ', '%s', 1, null from generate_series(1, %d) o""".formatted(id("group", "o"), id("org", "o"), realmId, count));
        server.generate("organizations", """
                insert into org (id, name, alias, enabled, realm_id, group_id)
                select %s, 'Load ' || o, 'load-' || o, true, '%s', %s from generate_series(1, %d) o""".formatted(id("org", "o"), realmId, id("group", "o"), count));
        server.generate("organizations of their groups", """
                update keycloak_group g set org_id = o.id from org o
                where o.group_id = g.id and o.alias like 'load-%%'""");
        server.generate("roles", """
                insert into keycloak_group (id, name, parent_group, realm_id, type, org_id)
                select %s, 'role-' || r, %s, '%s', 1, %s
                from generate_series(1, %d) o, generate_series(1, %d) r""".formatted(role(), id("group", "o"), realmId, id("org", "o"), count, rolesEach));
        server.generate("marks of roles", """
                insert into group_attribute (id, name, value, group_id)
                select md5('mark' || o || '.' || r)::uuid::text, 'gatehouse.role', 'role-' || r, %s
                from generate_series(1, %d) o, generate_series(1, %d) r""".formatted(role(), count, rolesEach));
        server.generate("permissions of roles", """
                insert into group_attribute (id, name, value, group_id)
                select md5('permission' || o || '.' || r || '.' || p)::uuid::text,
                  'gatehouse.permission', 'invoice:action' || r || p, %s
                from generate_series(1, %d) o, generate_series(1, %d) r, generate_series(1, 5) p""".formatted(role(), count, rolesEach));
    }

    /** Keeps the server from building the projection of all of them meanwhile, which no decision and no login reads. */
    void taken() throws SQLException {
        server.generate("organizations taken as projected", """
                insert into gatehouse_org_check (organization_id, checked_at, seen, mended)
                select id, extract(epoch from now()) * 1000, 0, 0 from org on conflict do nothing""");
    }

    /** Users {@code PREFIX-1} and on, without a password. */
    void users(String prefix, int count) throws SQLException {
        server.generate("users", """
                insert into user_entity (id, username, email, email_constraint, email_verified, enabled, realm_id,
                  first_name, last_name, created_timestamp, not_before)
                select %s, '%s-' || u, '%s-' || u || '@example.test', '%s-' || u || '@example.test', true, true, '%s',
                  'Some', 'Body', 1700000000000, 0
                from generate_series(1, %d) u""".formatted(id(prefix, "u"), prefix, prefix, prefix, realmId, count));
    }

    /** Each of the users joins as many of the organizations, spread over them. */
    void members(String prefix, int users, int organizations, int each) throws SQLException {
        server.generate("memberships", """
                insert into user_group_membership (group_id, user_id, membership_type)
                select distinct %s, %s, 'UNMANAGED'
                from generate_series(1, %d) u, generate_series(1, %d) k""".formatted(
                        id("group", "((u * 7 + k * 31) % " + organizations + " + 1)"), id(prefix, "u"), users, each));
    }

    /** One user joins the first of the organizations, with a role in each. */
    void member(String userId, int organizations) throws SQLException {
        server.generate("memberships of one user", """
                insert into user_group_membership (group_id, user_id, membership_type)
                select %s, '%s', 'UNMANAGED' from generate_series(1, %d) o""".formatted(id("group", "o"), userId, organizations));
        server.generate("roles of one user", """
                insert into user_group_membership (group_id, user_id, membership_type)
                select md5('role' || o || '.1')::uuid::text, '%s', 'UNMANAGED' from generate_series(1, %d) o""".formatted(userId, organizations));
    }

    /** The SQL for the id of a generated thing with this number. */
    static String id(String kind, String number) {
        return "md5('" + kind + "' || " + number + ")::uuid::text";
    }

    private static String role() {
        return "md5('role' || o || '.' || r)::uuid::text";
    }
}
