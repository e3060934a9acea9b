package dev.gatehouse.organization.projection;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that the projection holds of a member.
 *
 * @param roles never empty: who was given none is a {@code member}
 * @param activeDay of the latest login into the organization, as in {@link Buckets#day}
 */
public record MemberState(
        SortedSet<String> roles,
        SortedSet<String> terms,
        boolean secondFactor,
        @Nullable String activeDay) {

    public MemberState {
        roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
        terms = Collections.unmodifiableSortedSet(new TreeSet<>(terms));
    }

    /** The state that these entries were stored for. */
    public static MemberState stored(
            Collection<DirectoryEntry> entries, boolean secondFactor, @Nullable String activeDay) {
        SortedSet<String> roles = new TreeSet<>();
        SortedSet<String> terms = new TreeSet<>();
        for (DirectoryEntry entry : entries) {
            if (!entry.role().isEmpty()) {
                roles.add(entry.role());
            }
            if (!entry.term().isEmpty()) {
                terms.add(entry.term());
            }
        }
        return new MemberState(roles, terms, secondFactor, activeDay);
    }

    /** For each role one that lists its holders, and for each role and for all members one by each term. */
    public Set<DirectoryEntry> entries() {
        Stream<DirectoryEntry> holders = roles.stream().map(role -> new DirectoryEntry(role, ""));
        Stream<DirectoryEntry> found = terms.stream()
                .flatMap(term ->
                        Stream.concat(Stream.of(""), roles.stream()).map(role -> new DirectoryEntry(role, term)));
        return Stream.concat(holders, found).collect(Collectors.toSet());
    }
}
