package dev.gatehouse.mfa.notice;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One change, for one mail. */
public record FactorNotice(FactorChange change, ChangedKind kind) {

    /** Of what somebody did to their own credentials; empty for what is no second factor. */
    public static Optional<FactorNotice> ofOwner(OwnChange change, @Nullable String credentialType) {
        return ChangedKind.of(credentialType).map(kind -> {
            boolean isDevice = kind == ChangedKind.DEVICE;
            return new FactorNotice(
                    switch (change) {
                        case SET_UP -> isDevice ? FactorChange.DEVICE_TRUSTED : FactorChange.SET_UP;
                        case CHANGED -> FactorChange.CHANGED;
                        case REMOVED -> isDevice ? FactorChange.DEVICE_FORGOTTEN : FactorChange.REMOVED;
                    },
                    kind);
        });
    }

    /** Of what an administrator removed. */
    public static Optional<FactorNotice> ofAdministrator(@Nullable String credentialType) {
        return ChangedKind.of(credentialType)
                .filter(kind -> kind != ChangedKind.DEVICE)
                .map(kind -> new FactorNotice(FactorChange.REMOVED_BY_ADMINISTRATOR, kind));
    }
}
