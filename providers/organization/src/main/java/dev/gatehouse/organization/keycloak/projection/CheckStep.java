package dev.gatehouse.organization.keycloak.projection;

import dev.gatehouse.organization.keycloak.projection.jpa.OrganizationCheck;
import dev.gatehouse.organization.keycloak.projection.jpa.ProjectionTables;
import dev.gatehouse.organization.projection.Count;
import java.time.Clock;
import java.util.List;

/**
 * One step of building or checking an organization's projection: some of its members, in one transaction together with
 * the note how far it came. So it goes on where it stood, on this node or another one, and members who come and go
 * meanwhile are neither lost nor counted double.
 */
final class CheckStep {

    private final ProjectionTables tables;
    private final Projector projector;
    private final Clock clock;
    private final int membersAtOnce;

    CheckStep(ProjectionTables tables, Projector projector, Clock clock, int membersAtOnce) {
        this.tables = tables;
        this.projector = projector;
        this.clock = clock;
        this.membersAtOnce = membersAtOnce;
    }

    /** @return where the check stands now; it is over when there is no stage */
    OrganizationCheck take(OrganizationCheck before) {
        OrganizationCheck check = before.stage() == null ? before.begun(Stage.LOCAL.name()) : before;
        Stage stage = Stage.valueOf(String.valueOf(check.stage()));
        List<String> members = members(check, stage);
        if (!members.isEmpty()) {
            int wrong = projector.project(check.organizationId(), check.groupId(), members);
            check = check.passed(members.get(members.size() - 1), stage == Stage.STORED ? 0 : members.size(), wrong);
        }
        if (members.size() < membersAtOnce) {
            check = stage == Stage.STORED
                    ? end(check)
                    : check.inStage(stage.next().name());
        }
        tables.checks().save(check);
        return check;
    }

    private List<String> members(OrganizationCheck check, Stage stage) {
        String after = check.after() == null ? "" : check.after();
        return switch (stage) {
            case LOCAL -> tables.truth().local(check.groupId(), after, membersAtOnce);
            case FEDERATED -> tables.truth().federated(check.groupId(), after, membersAtOnce);
            case STORED -> tables.members().stored(check.organizationId(), after, membersAtOnce);
        };
    }

    private OrganizationCheck end(OrganizationCheck check) {
        List<Count> missing = tables.counts().missing(check.organizationId(), clock.instant());
        tables.counts().add(check.organizationId(), missing);
        return check.ended(clock.millis(), missing.size());
    }

    /** The lists that are walked, in this order. */
    private enum Stage {
        /** Members as Keycloak's tables have them. */
        LOCAL,
        /** Members of a federation that imports nobody. */
        FEDERATED,
        /** Whoever is stored, for those who are members no longer. */
        STORED;

        /** Not asked of the last one. */
        Stage next() {
            return this == LOCAL ? FEDERATED : STORED;
        }
    }
}
