package dev.gatehouse.organization.keycloak.decision;

import dev.gatehouse.organization.decision.Decision;
import dev.gatehouse.organization.decision.Decisions;
import dev.gatehouse.organization.decision.Evaluation;
import dev.gatehouse.organization.keycloak.jpa.DecisionQueries;
import dev.gatehouse.organization.keycloak.jpa.MembershipRow;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;

/**
 * Answers questions on what is committed now: whatever was given or taken before the question was asked counts, on every
 * node.
 */
public final class DecisionPoint {

    private final KeycloakSession session;
    private final DecisionQueries queries;

    public DecisionPoint(KeycloakSession session, DecisionQueries queries) {
        this.session = session;
        this.queries = queries;
    }

    /** The answers, in the order of the questions. */
    public List<Decision> decide(List<Evaluation> evaluations) {
        Holdings holdings = holdings(evaluations.stream()
                .filter(evaluation -> Decisions.withoutMembership(evaluation).isEmpty())
                .toList());
        return evaluations.stream()
                .map(evaluation -> Decisions.decide(
                        evaluation,
                        evaluation
                                .organization()
                                .flatMap(name ->
                                        holdings.roles(evaluation.subject().id(), name))))
                .toList();
    }

    /** What these questions need to know: one statement for one place, at most two for any number of local users. */
    private Holdings holdings(List<Evaluation> open) {
        Holdings holdings = new Holdings();
        Set<String> users = open.stream().map(one -> one.subject().id()).collect(Collectors.toSet());
        Set<String> names =
                open.stream().flatMap(one -> one.organization().stream()).collect(Collectors.toSet());
        if (users.size() == 1 && names.size() == 1) {
            String name = names.iterator().next();
            String user = users.iterator().next();
            holdings.add(enabled(queries.membership(realm().getId(), user, name, Holdings.ATTRIBUTES)), row -> name);
            return holdings;
        }
        users.stream()
                .collect(Collectors.partitioningBy(StorageId::isLocalStorage, Collectors.toSet()))
                .forEach((local, some) -> {
                    String realm = realm().getId();
                    holdings.add(
                            enabled(queries.byId(realm, local, some, names, Holdings.ATTRIBUTES)),
                            MembershipRow::organizationId);
                    holdings.add(
                            enabled(queries.byAlias(realm, local, some, names, Holdings.ATTRIBUTES)),
                            MembershipRow::alias);
                });
        return holdings;
    }

    private List<MembershipRow> enabled(List<MembershipRow> rows) {
        return rows.stream()
                .filter(row -> row.federationLink() == null || isEnabled(row.userId()))
                .toList();
    }

    /** Of a user who comes from elsewhere, elsewhere decides. */
    private boolean isEnabled(String userId) {
        UserModel user = session.users().getUserById(realm(), userId);
        return user != null && user.isEnabled();
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }
}
