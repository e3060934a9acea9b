package dev.gatehouse.ratelimit.keycloak.jpa;

import dev.gatehouse.foundation.keycloak.EnabledRealm;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Every realm's name and switch, in one query that loads no realm. */
public final class RealmNames implements Supplier<Map<String, Boolean>> {
    private static final String QUERY = """
            select r.name, a.value from RealmEntity r
            left join RealmAttributeEntity a on a.realm = r and a.name = :name""";

    private final KeycloakSessionFactory sessions;

    public RealmNames(KeycloakSessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Map<String, Boolean> get() {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> {
            Map<String, Boolean> names = new HashMap<>();
            session.getProvider(JpaConnectionProvider.class)
                    .getEntityManager()
                    .createQuery(QUERY, Object[].class)
                    .setParameter("name", EnabledRealm.ATTRIBUTE)
                    .getResultStream()
                    .forEach(row -> names.put((String) row[0], Boolean.parseBoolean((String) row[1])));
            return names;
        });
    }
}
