package dev.gatehouse.organization.projection;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Requests that an organization's limit refused, counted in memory until somebody takes the counts away: a refusal has to
 * stay cheap, so it writes nothing. What is here when the process dies is lost.
 */
public final class RefusalTally {

    /** Nobody fills the memory with organizations that are not there. */
    private static final int MOST_ORGANIZATIONS = 10_000;

    private final ConcurrentHashMap<String, Long> refused = new ConcurrentHashMap<>();

    public void count(String organizationId) {
        add(organizationId, 1);
    }

    /** Puts back what could not be kept elsewhere. */
    public void add(String organizationId, long times) {
        if (refused.size() < MOST_ORGANIZATIONS || refused.containsKey(organizationId)) {
            refused.merge(organizationId, times, Long::sum);
        }
    }

    /** All counts since the last time; each is handed out once. */
    public Map<String, Long> take() {
        Map<String, Long> taken = new HashMap<>();
        for (String organization : refused.keySet()) {
            Long times = refused.remove(organization);
            if (times != null) {
                taken.put(organization, times);
            }
        }
        return taken;
    }
}
