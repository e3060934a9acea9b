package dev.gatehouse.api.auth;

import dev.gatehouse.api.json.MaxLength;

/** The body of what is asked about an address. */
record EmailRequest(@MaxLength(254) String email) {}
