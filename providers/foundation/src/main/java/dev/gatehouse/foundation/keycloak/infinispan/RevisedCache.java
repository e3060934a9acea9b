package dev.gatehouse.foundation.keycloak.infinispan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.keycloak.models.KeycloakSession;

/**
 * Remembers answers on this node, each until something that it rests on is changed, on whatever node. A change that is
 * committed before a question is asked is in the answer.
 *
 * @param <V> unchangeable
 */
public final class RevisedCache<V> {
    /** An answer is asked for anew after this time, should the network have lost another node's word of a change. */
    private static final Duration LIFESPAN = Duration.ofSeconds(30);

    private record Kept<V>(V value, Revisions.Stamp stamp) {}

    private final Cache<String, Kept<V>> kept;

    /** @param maximum the most answers that are kept */
    public RevisedCache(int maximum) {
        kept = Caffeine.newBuilder()
                .maximumSize(maximum)
                .expireAfterWrite(LIFESPAN)
                .build();
    }

    /**
     * The answer, kept or new.
     *
     * @param question asked twice before its answer is kept: what an answer rests on is only known once it is there, and
     *     has to be watched from before the answer that is kept
     */
    public V get(KeycloakSession session, String key, Supplier<Answer<V>> question) {
        Revisions revisions = Revisions.of(session);
        Kept<V> before = kept.getIfPresent(key);
        if (before != null && revisions.stillHas(before.stamp())) {
            return before.value();
        }
        Answer<V> first = question.get();
        Optional<Revisions.Stamp> stamp = first.watched().flatMap(revisions::stamp);
        if (stamp.isEmpty()) {
            return first.value();
        }
        Answer<V> second = question.get();
        if (second.watched().equals(first.watched())) {
            kept.put(key, new Kept<>(second.value(), stamp.get()));
        }
        return second.value();
    }

    /**
     * What came of a question.
     *
     * @param watched nothing for an answer that must not be kept
     */
    public record Answer<V>(V value, Optional<Watched> watched) {}
}
