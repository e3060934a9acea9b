package dev.gatehouse.organization;

/** Whether a caller may do something in an organization. */
public enum Access {
    ALLOWED,
    /** The caller belongs here and may be told no. */
    FORBIDDEN,
    /** The caller is an outsider: the answer is the one for an organization that does not exist. */
    HIDDEN
}
