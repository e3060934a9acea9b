package dev.gatehouse.organization.decision;

import static dev.gatehouse.organization.decision.Questions.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.organization.OrganizationRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecisionsTest {
    private static final OrganizationRole APPROVER = role("approver", "invoice:approve");
    private static final OrganizationRole OWN_ONLY = role("own-only", "invoice:approve if resource.owner is subject");
    private static final OrganizationRole BROKEN = role("broken", "invoice:approve if the moon is full");

    @Test
    void whoeverHoldsThePermissionMay() {
        Decision decision = decide(PLAIN.ask(), APPROVER);
        assertThat(decision.allowed()).isTrue();
        assertThat(decision.reason()).isEqualTo(Reason.PERMISSION_HELD);
        assertThat(decision.roles()).containsExactly("approver");
    }

    @Test
    void whoeverIsNoMemberMayNothingWhateverTheOrganizationIs() {
        Decision decision = Decisions.decide(PLAIN.ask(), Optional.empty());
        assertThat(decision).isEqualTo(Decision.of(Reason.NOT_A_MEMBER, List.of()));
        assertThat(decision.allowed()).isFalse();
    }

    @Test
    void aMemberWithoutARoleIsAMember() {
        assertThat(decide(PLAIN.ask("organization:read")).allowed()).isTrue();
        assertThat(decide(PLAIN.ask("organization:read")).roles()).containsExactly("member");
        assertThat(decide(PLAIN.ask()).reason()).isEqualTo(Reason.PERMISSION_NOT_HELD);
    }

    @Test
    void ownersAndAdminsMayWhatOnlyApplicationsKnowOf() {
        assertThat(decide(PLAIN.ask(), OrganizationRole.OWNER).allowed()).isTrue();
        assertThat(decide(PLAIN.ask(), OrganizationRole.ADMIN).allowed()).isTrue();
        assertThat(decide(PLAIN.ask("organization:delete"), OrganizationRole.ADMIN)
                        .allowed())
                .isFalse();
    }

    @Test
    void aConditionIsMetOrNot() {
        assertThat(decide(PLAIN.with("owner", "ann").ask(), OWN_ONLY).reason()).isEqualTo(Reason.CONDITION_MET);
        assertThat(decide(PLAIN.with("owner", "bob").ask(), OWN_ONLY).reason()).isEqualTo(Reason.CONDITION_NOT_MET);
        assertThat(decide(PLAIN.with("owner", "bob").ask(), OWN_ONLY, APPROVER).allowed())
                .isTrue();
    }

    @Test
    void aStoredConditionThatCannotBeReadDenies() {
        assertThat(decide(PLAIN.ask(), BROKEN).reason()).isEqualTo(Reason.CONDITION_NOT_MET);
        assertThat(decide(PLAIN.with("owner", "ann").ask(), BROKEN, OWN_ONLY).allowed())
                .isTrue();
    }

    @Test
    void aStoredConditionOnAPermissionOfGatehouseCountsForNothing() {
        OrganizationRole tampered = role("tampered", "members:manage if resource.owner is subject");
        assertThat(tampered.conditional()).isEmpty();
        assertThat(decide(PLAIN.with("owner", "ann").ask("members:manage"), tampered)
                        .reason())
                .isEqualTo(Reason.PERMISSION_NOT_HELD);
    }

    @Test
    void aConditionalPermissionIsNoPermissionElsewhere() {
        assertThat(OWN_ONLY.permissions()).isEmpty();
        assertThat(OWN_ONLY.allows(dev.gatehouse.organization.Permission.of("invoice:approve")
                        .orElseThrow()))
                .isFalse();
    }

    @Test
    void whatIsNoQuestionForRolesIsNo() {
        assertThat(decide(PLAIN.ask("approve"), OrganizationRole.OWNER).reason())
                .isEqualTo(Reason.UNKNOWN_ACTION);
        assertThat(decide(PLAIN.ask("users:delete"), OrganizationRole.OWNER).reason())
                .isEqualTo(Reason.UNKNOWN_ACTION);
        Evaluation service = new Evaluation(
                new Evaluation.Party("service", "ann", Map.of()),
                "invoice:approve",
                PLAIN.ask().resource(),
                PLAIN.ask().circumstances());
        assertThat(decide(service, OrganizationRole.OWNER).reason()).isEqualTo(Reason.UNKNOWN_SUBJECT_TYPE);
        Evaluation nowhere = new Questions(PLAIN.time(), null, Map.of()).ask();
        assertThat(decide(nowhere, OrganizationRole.OWNER).reason()).isEqualTo(Reason.NO_ORGANIZATION);
        assertThat(decide(PLAIN.with("organization", List.of("acme")).ask(), OrganizationRole.OWNER)
                        .reason())
                .isEqualTo(Reason.NO_ORGANIZATION);
    }

    @Test
    void anOrganizationIsItsOwnWhateverItsPropertiesSay() {
        Evaluation evaluation = new Evaluation(
                new Evaluation.Party("user", "ann", Map.of()),
                "organization:read",
                new Evaluation.Party("organization", "globex", Map.of("organization", "acme")),
                PLAIN.ask().circumstances());
        assertThat(evaluation.organization()).contains("globex");
    }

    @Test
    void onlyTwoReasonsAllow() {
        assertThat(List.of(Reason.values()).stream().filter(Reason::allows))
                .containsExactly(Reason.PERMISSION_HELD, Reason.CONDITION_MET);
    }

    private static Decision decide(Evaluation evaluation, OrganizationRole... held) {
        return Decisions.decide(evaluation, Optional.of(List.of(held)));
    }

    private static OrganizationRole role(String name, String... permissions) {
        return OrganizationRole.stored(name, List.of(permissions));
    }
}
