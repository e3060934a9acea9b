package dev.gatehouse.mfa.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactorNoticeTest {

    @ParameterizedTest
    @CsvSource({
        "email-otp, EMAIL",
        "otp, TOTP",
        "recovery-authn-codes, BACKUP_CODES",
        "webauthn, PASSKEY",
        "webauthn-passwordless, PASSKEY"
    })
    void theOwnerIsToldOfEveryKindOfFactorThatComesOrGoes(String type, ChangedKind kind) {
        assertThat(FactorNotice.ofOwner(OwnChange.SET_UP, type)).contains(new FactorNotice(FactorChange.SET_UP, kind));
        assertThat(FactorNotice.ofOwner(OwnChange.CHANGED, type))
                .contains(new FactorNotice(FactorChange.CHANGED, kind));
        assertThat(FactorNotice.ofOwner(OwnChange.REMOVED, type))
                .contains(new FactorNotice(FactorChange.REMOVED, kind));
        assertThat(FactorNotice.ofAdministrator(type))
                .contains(new FactorNotice(FactorChange.REMOVED_BY_ADMINISTRATOR, kind));
    }

    @Test
    void aDeviceIsNewsWhenItComesToBeTrustedAndWhenItsOwnerForgetsIt() {
        assertThat(FactorNotice.ofOwner(OwnChange.SET_UP, "trusted-device"))
                .contains(new FactorNotice(FactorChange.DEVICE_TRUSTED, ChangedKind.DEVICE));
        assertThat(FactorNotice.ofOwner(OwnChange.REMOVED, "trusted-device"))
                .contains(new FactorNotice(FactorChange.DEVICE_FORGOTTEN, ChangedKind.DEVICE));
        assertThat(FactorNotice.ofAdministrator("trusted-device")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "password-history", "something-new"})
    void whatIsNoSecondFactorIsNoNewsHere(String type) {
        assertThat(FactorNotice.ofOwner(OwnChange.SET_UP, type)).isEmpty();
        assertThat(FactorNotice.ofAdministrator(type)).isEmpty();
        assertThat(FactorNotice.ofOwner(OwnChange.REMOVED, null)).isEmpty();
    }

    @Test
    void onlyTheRemovalOfACredentialIsAnAdministratorsReset() {
        assertThat(CredentialPath.userId("users/4711/credentials/1")).contains("4711");
        for (String path : new String[] {
            null,
            "",
            "users/4711",
            "users/4711/credentials",
            "users/4711/credentials/1/userLabel",
            "x/users/1/credentials/2"
        }) {
            assertThat(CredentialPath.userId(path)).isEmpty();
        }
    }
}
