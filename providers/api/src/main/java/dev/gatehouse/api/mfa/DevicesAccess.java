package dev.gatehouse.api.mfa;

import dev.gatehouse.foundation.page.CursorSeal;
import dev.gatehouse.mfa.device.TrustedDevice;
import java.util.List;

/** The trusted devices of the current request's caller, and of nobody else. */
public interface DevicesAccess {
    /** The caller's devices; {@code unauthenticated} is thrown where there is no caller. */
    Visit visit();

    /** The cursors of one list. */
    CursorSeal seal(String list);

    /** One caller's devices. */
    interface Visit {
        String userId();

        /** The newest first. */
        List<TrustedDevice> live();

        /** False if the caller has no such device. */
        boolean forget(String deviceId);

        void forgetAll();
    }
}
