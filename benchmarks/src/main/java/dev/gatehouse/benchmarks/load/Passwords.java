package dev.gatehouse.benchmarks.load;

import java.sql.SQLException;

/** Gives generated users a password that one user chose: hashing it for each would take longer than what is measured. */
final class Passwords {
    private Passwords() {}

    /**
     * Gives users {@code PREFIX-1} and on the password of another.
     *
     * @param like the id of the user who has it
     */
    static void give(ServerOnPostgresql server, String prefix, int count, String like) throws SQLException {
        server.generate("passwords", """
                insert into credential (id, type, user_id, created_date, user_label, secret_data, credential_data, priority, version)
                select gen_random_uuid()::text, c.type, %s, c.created_date, null, c.secret_data, c.credential_data, c.priority, 0
                from credential c, generate_series(1, %d) u where c.user_id = '%s' and c.type = 'password'""".formatted(OrganizationData.id(prefix, "u"), count, like));
    }
}
