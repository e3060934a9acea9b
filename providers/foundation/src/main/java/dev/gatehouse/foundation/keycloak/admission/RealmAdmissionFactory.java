package dev.gatehouse.foundation.keycloak.admission;

import dev.gatehouse.foundation.InvalidSetting;
import dev.gatehouse.foundation.Mode;
import dev.gatehouse.foundation.keycloak.EnabledRealm;
import dev.gatehouse.foundation.keycloak.ServerSettings;
import dev.gatehouse.foundation.realm.RealmAdmission;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmModel.RealmPostCreateEvent;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;

/**
 * Refuses an imported realm in the import's own transaction, so that nothing of it stays; and a production server over a
 * database that holds the demonstration realm.
 */
public final class RealmAdmissionFactory implements ProviderFactory<Provider> {
    private static final String DEMO_REALM = "demo";

    private RealmAdmission admission = new RealmAdmission(Mode.PRODUCTION);

    @Override
    public Provider create(KeycloakSession session) {
        return () -> {};
    }

    @Override
    public void init(Config.Scope config) {
        admission = new RealmAdmission(Mode.from(ServerSettings.source()));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof RealmPostCreateEvent created) {
                admit(created.getCreatedRealm());
            } else if (event instanceof PostMigrationEvent) {
                KeycloakModelUtils.runJobInTransaction(factory, this::admitExisting);
            }
        });
    }

    @Override
    public void close() {}

    @Override
    public String getId() {
        return "default";
    }

    private void admit(RealmModel realm) {
        if (!EnabledRealm.isEnabled(realm)) {
            return;
        }
        admission
                .refusal(realm.getName(), realm.getAttribute(RealmAdmission.DEMO_ATTRIBUTE, false), values(realm))
                .ifPresent(reason -> {
                    throw new ModelException(reason);
                });
    }

    private void admitExisting(KeycloakSession session) {
        RealmModel demo = session.realms().getRealmByName(DEMO_REALM);
        if (EnabledRealm.isEnabled(demo)) {
            admission
                    .refusal(DEMO_REALM, demo.getAttribute(RealmAdmission.DEMO_ATTRIBUTE, false), Map.of())
                    .ifPresent(reason -> {
                        throw new InvalidSetting(Mode.KEY, reason);
                    });
        }
    }

    private static Map<String, @Nullable String> values(RealmModel realm) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        realm.getClientsStream()
                .forEach(client -> values.put("client " + client.getClientId() + ", secret", client.getSecret()));
        realm.getSmtpConfig().forEach((name, value) -> values.put("smtpServer, " + name, value));
        return values;
    }
}
