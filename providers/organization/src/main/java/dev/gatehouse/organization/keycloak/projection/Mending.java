package dev.gatehouse.organization.keycloak.projection;

import dev.gatehouse.organization.keycloak.jpa.JoinedMember;
import dev.gatehouse.organization.keycloak.projection.jpa.ProjectionTables;
import dev.gatehouse.organization.projection.Counts;
import dev.gatehouse.organization.projection.DirectoryEntry;
import dev.gatehouse.organization.projection.MemberChange;
import dev.gatehouse.organization.projection.MemberState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that has to be written so that what is stored of some members agrees with the truth, written at once. */
final class Mending {

    private final ProjectionTables tables;
    private final String organizationId;
    private final Counts counts = new Counts();
    private final List<String> gone = new ArrayList<>();
    private final List<String> withSecondFactor = new ArrayList<>();
    private final List<String> withoutSecondFactor = new ArrayList<>();
    private final Map<String, Collection<DirectoryEntry>> removed = new LinkedHashMap<>();
    private final Map<String, Collection<DirectoryEntry>> added = new LinkedHashMap<>();

    Mending(ProjectionTables tables, String organizationId) {
        this.tables = tables;
        this.organizationId = organizationId;
    }

    /**
     * @param row locked
     * @param after null for somebody who is no member
     */
    void add(JoinedMember row, Set<DirectoryEntry> entries, @Nullable MemberState after) {
        MemberState before = row.counted() ? MemberState.stored(entries, row.secondFactor(), row.activeDay()) : null;
        MemberChange change = MemberChange.between(before, entries, after);
        if (change.isNothing() && after != null) {
            return;
        }
        counts.addAll(change.counts());
        if (after == null) {
            gone.add(row.userId());
        } else {
            (after.secondFactor() ? withSecondFactor : withoutSecondFactor).add(row.userId());
            removed.put(row.userId(), change.removed());
            added.put(row.userId(), change.added());
        }
    }

    /**
     * New rows come last: each statement before would look at all of them.
     *
     * @return of how many members the projection was wrong
     */
    int write() {
        tables.directory().removeAll(organizationId, gone);
        tables.members().remove(organizationId, gone);
        tables.members().counted(organizationId, withSecondFactor, true);
        tables.members().counted(organizationId, withoutSecondFactor, false);
        removed.forEach((user, entries) -> tables.directory().remove(organizationId, user, entries));
        added.forEach((user, entries) -> tables.directory().add(organizationId, user, entries));
        tables.counts().add(organizationId, counts.list());
        return gone.size() + added.size();
    }
}
