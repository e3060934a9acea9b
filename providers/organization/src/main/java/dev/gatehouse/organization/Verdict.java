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
    /** Not a domain that one organization can have; the errors say why. */
    DOMAIN_REFUSED,
    /** The organization has the domain in another form, with or without a wildcard. */
    DOMAIN_CLAIMED,
    TOO_MANY_DOMAINS,
    /** DNS does not have the record; the errors say what it has. */
    DOMAIN_UNPROVED,
    /** No name server answers. */
    DNS_UNAVAILABLE,
    /** The organization has no such domain. */
    ABSENT_DOMAIN,
    /** Taken at this very moment by another request: which of name, alias and domain, the database does not say. */
    TAKEN_MEANWHILE,
    /** The mail cannot be handed over. */
    UNDELIVERABLE
}
