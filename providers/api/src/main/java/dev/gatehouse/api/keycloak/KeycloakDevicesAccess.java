package dev.gatehouse.api.keycloak;

import dev.gatehouse.api.mfa.DevicesAccess;
import dev.gatehouse.foundation.keycloak.RealmSecret;
import dev.gatehouse.foundation.page.CursorSeal;
import dev.gatehouse.mfa.device.TrustedDevice;
import dev.gatehouse.mfa.keycloak.device.UserDevices;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Finds the caller in Keycloak. */
record KeycloakDevicesAccess(KeycloakSession keycloak) implements DevicesAccess {
    @Override
    public Visit visit() {
        Caller caller =
                Caller.require(keycloak).ofFirstParty("Only first-party clients see and forget trusted devices.");
        return new Devices(caller.user().getId(), UserDevices.of(keycloak, realm(), caller.user()));
    }

    @Override
    public CursorSeal seal(String list) {
        return new CursorSeal(RealmSecret.of(keycloak, realm(), "list cursors"), list);
    }

    private RealmModel realm() {
        return keycloak.getContext().getRealm();
    }

    private record Devices(String userId, UserDevices devices) implements Visit {
        @Override
        public List<TrustedDevice> live() {
            return devices.live();
        }

        @Override
        public boolean forget(String deviceId) {
            return devices.forget(deviceId);
        }

        @Override
        public void forgetAll() {
            devices.forgetAll();
        }
    }
}
