package dev.gatehouse.organization;

/** What a caller may do with all organizations of the realm, by the roles of Keycloak's own realm management. */
public enum RealmStanding {
    /** Nothing: only memberships count. */
    NONE,
    /** May look at every organization ({@code view-organizations}). */
    VIEWS,
    /** May do everything in every organization ({@code manage-organizations}). */
    MANAGES
}
