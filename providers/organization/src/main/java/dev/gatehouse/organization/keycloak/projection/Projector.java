package dev.gatehouse.organization.keycloak.projection;

import dev.gatehouse.organization.keycloak.jpa.JoinedMember;
import dev.gatehouse.organization.keycloak.projection.jpa.ListedMember;
import dev.gatehouse.organization.keycloak.projection.jpa.ProjectionTables;
import dev.gatehouse.organization.projection.DirectoryEntry;
import dev.gatehouse.organization.projection.MemberNames;
import dev.gatehouse.organization.projection.MemberState;
import dev.gatehouse.organization.projection.SearchTerms;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Makes what is stored of some members of an organization agree with the truth. The same for a single member who joins
 * and for the thousand of a rebuild, in the same number of questions.
 *
 * <p>Safe to call twice. The rows are locked before the truth is read: of two at the same member the second one sees what
 * the first one did, so nothing is lost nor counted double.
 */
final class Projector {

    private final ProjectionTables tables;
    private final Source source;

    Projector(ProjectionTables tables, Source source) {
        this.tables = tables;
        this.source = source;
    }

    /**
     * Looks at these users, members or not.
     *
     * @return of how many the projection was wrong
     */
    int project(String organizationId, String groupId, Collection<String> users) {
        SortedSet<String> userIds = new TreeSet<>(users);
        Set<String> present =
                tables.truth().among(organizationId, groupId, userIds).keySet();
        Set<String> stored = tables.members().among(organizationId, userIds);
        present.stream()
                .filter(user -> !stored.contains(user))
                .sorted()
                .forEach(user -> tables.members().ensure(organizationId, user));
        List<JoinedMember> rows = tables.members().lock(organizationId, userIds);
        if (rows.isEmpty()) {
            return 0;
        }
        List<String> locked = rows.stream().map(JoinedMember::userId).toList();
        Map<String, ListedMember> members = tables.truth().among(organizationId, groupId, locked);
        Map<String, List<String>> roles = source.roles(locked, organizationId);
        Set<String> secured = source.withSecondFactor(locked);
        Map<String, Set<DirectoryEntry>> entries = tables.directory().entries(organizationId, locked);
        Mending mending = new Mending(tables, organizationId);
        for (JoinedMember row : rows) {
            ListedMember member = members.get(row.userId());
            MemberState after = member == null
                    ? null
                    : new MemberState(
                            new TreeSet<>(roles.getOrDefault(row.userId(), List.of())),
                            SearchTerms.of(names(member)),
                            secured.contains(row.userId()),
                            row.activeDay());
            mending.add(row, entries.getOrDefault(row.userId(), Set.of()), after);
        }
        return mending.write();
    }

    private MemberNames names(ListedMember member) {
        String username = member.username();
        return username == null
                ? source.namesOfFederated(member.id())
                : new MemberNames(username, member.email(), member.firstName(), member.lastName());
    }

    /** What the tables of memberships do not tell. */
    interface Source {

        /** The names of the roles that these members hold, by user; never none. */
        Map<String, List<String>> roles(Collection<String> userIds, String organizationId);

        /** Those of these users who have a second factor set up. */
        Set<String> withSecondFactor(Collection<String> userIds);

        /** Asked of the federation that keeps them. */
        MemberNames namesOfFederated(String userId);
    }
}
