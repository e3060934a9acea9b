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
        assertThat(FactorNotice.ofOwner(false, type)).contains(new FactorNotice(FactorChange.SET_UP, kind));
        assertThat(FactorNotice.ofOwner(true, type)).contains(new FactorNotice(FactorChange.REMOVED, kind));
        assertThat(FactorNotice.ofAdministrator(type))
                .contains(new FactorNotice(FactorChange.REMOVED_BY_ADMINISTRATOR, kind));
    }

    @Test
    void aDeviceIsNewsWhenItComesToBeTrustedOnly() {
        assertThat(FactorNotice.ofOwner(false, "trusted-device"))
                .contains(new FactorNotice(FactorChange.DEVICE_TRUSTED, ChangedKind.DEVICE));
        assertThat(FactorNotice.ofOwner(true, "trusted-device")).isEmpty();
        assertThat(FactorNotice.ofAdministrator("trusted-device")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "password-history", "something-new"})
    void whatIsNoSecondFactorIsNoNewsHere(String type) {
        assertThat(FactorNotice.ofOwner(false, type)).isEmpty();
        assertThat(FactorNotice.ofAdministrator(type)).isEmpty();
        assertThat(FactorNotice.ofOwner(true, null)).isEmpty();
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
