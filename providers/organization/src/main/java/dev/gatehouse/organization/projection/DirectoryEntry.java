package dev.gatehouse.organization.projection;

/**
 * Under what a member stands in the organization's directory.
 *
 * @param role empty for the directory of all members
 * @param term empty for the list of a role's holders, which needs no search
 */
public record DirectoryEntry(String role, String term) {}
