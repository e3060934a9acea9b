package dev.gatehouse.mfa.notice;

/** What happened to a second factor. */
public enum FactorChange {
    /** Or renewed. */
    SET_UP,
    REMOVED,
    REMOVED_BY_ADMINISTRATOR,
    /** It is called otherwise, or offered first. */
    CHANGED,
    DEVICE_TRUSTED,
    DEVICE_FORGOTTEN;

    /** The name by which the mail's template knows it. */
    public String text() {
        return switch (this) {
            case SET_UP -> "factorNoticeSetUp";
            case REMOVED -> "factorNoticeRemoved";
            case REMOVED_BY_ADMINISTRATOR -> "factorNoticeRemovedByAdministrator";
            case CHANGED -> "factorNoticeChanged";
            case DEVICE_TRUSTED -> "factorNoticeDeviceTrusted";
            case DEVICE_FORGOTTEN -> "factorNoticeDeviceForgotten";
        };
    }

    public String subject() {
        return switch (this) {
            case DEVICE_TRUSTED -> "factorNoticeDeviceSubject";
            case DEVICE_FORGOTTEN -> "factorNoticeForgottenSubject";
            case SET_UP, REMOVED, REMOVED_BY_ADMINISTRATOR, CHANGED -> "factorNoticeSubject";
        };
    }
}
