package dev.gatehouse.organization;

/** How a request about organizations ended. */
public enum Verdict {
    DONE,
    /** For an outsider and for an organization that does not exist alike. */
    HIDDEN,
    /** The caller belongs here, or is known to the realm, and may not do this. */
    FORBIDDEN,
    /** Nobody grants what they do not hold. */
    ROLE_NOT_HELD,
    /** The organization has no role of that name. */
    UNKNOWN_ROLE,
    /** For a user whom the caller may not add, and for a user who does not exist alike. */
    UNKNOWN_USER,
    ALREADY_MEMBER,
    NAME_TAKEN,
    ALIAS_TAKEN,
    DOMAIN_TAKEN,
    /** Taken at this very moment by another request: which of name, alias and domain, the database does not say. */
    TAKEN_MEANWHILE,
    /** A policy that nobody could satisfy. */
    UNUSABLE_POLICY,
    /** Seats and rate limit are the realm administrator's to set. */
    REALM_POLICY,
    /** The mail cannot be handed over. */
    UNDELIVERABLE
}
