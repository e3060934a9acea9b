package dev.gatehouse.ratelimit;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Decides about a request before anything behind it does any work. Never blocks. */
public final class RequestLimiter {
    private final RequestPaths paths;
    private final EnabledRealms realms;
    private final RateLimitSettings settings;
    private final RateLimits limits;
    private final StoreWatch store;

    public RequestLimiter(
            RequestPaths paths, EnabledRealms realms, RateLimitSettings settings, RateLimits limits, StoreWatch store) {
        this.paths = paths;
        this.realms = realms;
        this.settings = settings;
        this.limits = limits;
        this.store = store;
    }

    /** The limited operation that the request reaches, in a realm that has turned Gatehouse on; or nothing to limit. */
    public Optional<LimitedRequest> limitedRequest(String method, String path) {
        return paths.limitedRequest(method, path).filter(request -> realms.contains(request.realm()));
    }

    /** Whether this address is counted at all. */
    public boolean counts(ClientAddress address) {
        return !settings.unlimited().contains(address);
    }

    public CompletableFuture<RateLimitDecision> ask(LimitedRequest request, ClientAddress address) {
        RateLimit limit = settings.limit(request.operation());
        // The case of a realm's name must not open a second bucket.
        String realm = request.realm().toLowerCase(Locale.ROOT);
        return limits.ask(limit, new RateLimitKey(realm, limit.name(), address.bucket()));
    }

    /** How well the shared buckets answer. */
    public StoreWatch store() {
        return store;
    }

    /** To be told when a realm was created, removed or changed: it is then looked at anew. */
    public void realmsChanged() {
        realms.wake();
    }
}
