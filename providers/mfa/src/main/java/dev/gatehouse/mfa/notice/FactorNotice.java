package dev.gatehouse.mfa.notice;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One change, for one mail. */
public record FactorNotice(FactorChange change, ChangedKind kind) {

    /** Of what somebody did to their own credentials; empty where the owner need not be told. */
    public static Optional<FactorNotice> ofOwner(boolean removed, @Nullable String credentialType) {
        return ChangedKind.of(credentialType).flatMap(kind -> {
            if (kind == ChangedKind.DEVICE) {
                return removed ? Optional.empty() : Optional.of(new FactorNotice(FactorChange.DEVICE_TRUSTED, kind));
            }
            return Optional.of(new FactorNotice(removed ? FactorChange.REMOVED : FactorChange.SET_UP, kind));
        });
    }

    /** Of what an administrator removed. */
    public static Optional<FactorNotice> ofAdministrator(@Nullable String credentialType) {
        return ChangedKind.of(credentialType)
                .filter(kind -> kind != ChangedKind.DEVICE)
                .map(kind -> new FactorNotice(FactorChange.REMOVED_BY_ADMINISTRATOR, kind));
    }
}
