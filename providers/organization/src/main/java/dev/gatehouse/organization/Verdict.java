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
    /** The role that the request is about does not exist. */
    ABSENT_ROLE,
    /** Nobody changes or removes somebody who holds more. */
    MEMBER_HOLDS_MORE,
    /** Nobody changes a role that allows more than their own. */
    ROLE_ALLOWS_MORE,
    /** The role is also held by somebody who holds more than the caller, and would be changed with it. */
    HELD_BY_HIGHER,
    /** What the built-in roles allow is the same everywhere. */
    BUILT_IN_ROLE,
    ROLE_EXISTS,
    TOO_MANY_ROLES,
    /** An organization that has owners keeps one. */
    LAST_OWNER,
    /** The account is bound to the organization and would be deleted with the membership. */
    MANAGED_MEMBER,
    /** Accounts are bound to the organization and would be deleted with it. */
    MANAGED_MEMBERS,
    /** Only the realm turns organizations off and on. */
    ENABLED_BY_REALM,
    /** A field of the change was refused when the organization was looked at. */
    UNCHANGEABLE,
    /** What cannot be undone is asked twice. */
    UNCONFIRMED,
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
    /** The organization is for people of its verified domains. */
    OUTSIDE_DOMAINS,
    /** One of a batch that is malformed by itself. */
    MALFORMED,
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
    /** A policy that nobody could satisfy. */
    UNUSABLE_POLICY,
    /** Seats and rate limit are the realm administrator's to set. */
    REALM_POLICY,
    /** The mail cannot be handed over. */
    UNDELIVERABLE
}
