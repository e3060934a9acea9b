package dev.gatehouse.organization.projection;

/** What is counted for an organization. */
public enum Metric {
    MEMBERS,
    /** Holders of a role, by its name; who was given none holds {@code member}. */
    ROLE,
    WITHOUT_SECOND_FACTOR,
    /** Members by the day of their latest login into the organization. */
    ACTIVE,
    /** Logins into the organization, by day. */
    LOGIN_SUCCEEDED,
    LOGIN_FAILED,
    /** Requests refused by the organization's limit, by hour. */
    RATE_LIMITED;

    /** Whether it follows from the members, and so can be counted again. */
    public boolean isOfMembers() {
        return switch (this) {
            case MEMBERS, ROLE, WITHOUT_SECOND_FACTOR, ACTIVE -> true;
            case LOGIN_SUCCEEDED, LOGIN_FAILED, RATE_LIMITED -> false;
        };
    }
}
