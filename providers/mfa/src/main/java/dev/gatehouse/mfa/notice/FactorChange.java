package dev.gatehouse.mfa.notice;

/** What happened to a second factor. */
public enum FactorChange {
    /** Or renewed. */
    SET_UP,
    REMOVED,
    REMOVED_BY_ADMINISTRATOR,
    /** A device came to be trusted. That one is forgotten is no news: it makes nothing weaker. */
    DEVICE_TRUSTED;

    /** The name by which the mail's template knows it. */
    public String text() {
        return switch (this) {
            case SET_UP -> "factorNoticeSetUp";
            case REMOVED -> "factorNoticeRemoved";
            case REMOVED_BY_ADMINISTRATOR -> "factorNoticeRemovedByAdministrator";
            case DEVICE_TRUSTED -> "factorNoticeDeviceTrusted";
        };
    }

    public String subject() {
        return this == DEVICE_TRUSTED ? "factorNoticeDeviceSubject" : "factorNoticeSubject";
    }
}
