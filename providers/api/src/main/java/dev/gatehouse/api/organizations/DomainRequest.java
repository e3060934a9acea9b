package dev.gatehouse.api.organizations;

import dev.gatehouse.api.json.MaxLength;

/** The body of {@code POST /organizations/{id}/domains}. */
record DomainRequest(@MaxLength(1_000) String domain) {}
