package dev.gatehouse.api.organizations;

/** The body of {@code POST /organizations/invitations/accept}. */
record AcceptRequest(String token) {}
