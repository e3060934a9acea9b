package dev.gatehouse.organization.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has to be written so that the projection of a member goes from one state to another; nothing where both agree. */
public record MemberChange(Set<DirectoryEntry> added, Set<DirectoryEntry> removed, List<Count> counts) {

    /**
     * @param before what is stored and counted, null for somebody who is not
     * @param stored the entries that are there in truth, which may be fewer or more than the state before calls for
     * @param after null for somebody who is no member
     */
    public static MemberChange between(
            @Nullable MemberState before, Collection<DirectoryEntry> stored, @Nullable MemberState after) {
        Set<DirectoryEntry> wanted = after == null ? Set.of() : after.entries();
        Set<DirectoryEntry> added = new HashSet<>(wanted);
        added.removeAll(Set.copyOf(stored));
        Set<DirectoryEntry> removed = new HashSet<>(stored);
        removed.removeAll(wanted);
        List<Count> counts = new ArrayList<>();
        count(before, after, counts);
        return new MemberChange(added, removed, List.copyOf(counts));
    }

    public boolean isNothing() {
        return added.isEmpty() && removed.isEmpty() && counts.isEmpty();
    }

    private static void count(@Nullable MemberState before, @Nullable MemberState after, List<Count> counts) {
        Counts changed = new Counts();
        if (before != null) {
            changed.add(before, -1);
        }
        if (after != null) {
            changed.add(after, 1);
        }
        counts.addAll(changed.list());
    }
}
