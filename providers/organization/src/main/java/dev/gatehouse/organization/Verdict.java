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
    /** An invitation waits there: it can be sent again or taken back. */
    ALREADY_INVITED,
    /** For an invitation of another organization and for one that does not exist alike. */
    UNKNOWN_INVITATION,
    /** Unknown, used, taken back, expired, or somebody else's: they cannot be told apart. */
    INVALID_INVITATION,
    /** As many invitations wait as may. */
    TOO_MANY_INVITATIONS,
    /** The organization wrote to the address a moment ago, or too often today. */
    MAILED_ENOUGH,
    /** All seats are taken or promised. */
    NO_SEAT,
    /** One of a batch that is malformed by itself. */
    MALFORMED,
    NAME_TAKEN,
    ALIAS_TAKEN,
    DOMAIN_TAKEN,
    /** Taken at this very moment by another request: which of name, alias and domain, the database does not say. */
    TAKEN_MEANWHILE,
    /** The mail cannot be handed over. */
    UNDELIVERABLE
}
