package dev.gatehouse.organization.keycloak.projection;

import dev.gatehouse.organization.projection.RefusalTally;

/** How often organizations' limits refused a request on this node, on its way to the dashboard. */
public final class RateLimitedRequests {

    static final RefusalTally TALLY = new RefusalTally();

    private RateLimitedRequests() {}

    /** Called for each refusal; writes nothing, so that refusing stays cheap. */
    public static void count(String organizationId) {
        TALLY.count(organizationId);
    }
}
