package dev.gatehouse.organization.keycloak.admission;

import dev.gatehouse.foundation.keycloak.jpa.EntityManagers;
import dev.gatehouse.organization.EmailAddress;
import dev.gatehouse.organization.Seats;
import dev.gatehouse.organization.Verdict;
import dev.gatehouse.organization.admission.Admission;
import dev.gatehouse.organization.keycloak.admission.jpa.SeatQueries;
import dev.gatehouse.organization.keycloak.domain.jpa.DomainQueries;
import dev.gatehouse.organization.keycloak.jpa.OrganizationLock;
import dev.gatehouse.organization.policy.OrganizationPolicies;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.AuthenticationFlowException;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Lets people into organizations, or not. Where an organization has a limit, its lock is taken before counting and held to
 * the end of the transaction: of many who come at once, exactly as many get in as there are seats.
 */
public final class Admissions implements Seats {

    private static final String NEW = "gatehouse.organization.new.";

    private final KeycloakSession session;
    private final SeatQueries seats;
    private final Clock clock;

    public Admissions(KeycloakSession session, Clock clock) {
        this.session = session;
        this.seats = SeatQueries.of(EntityManagers.of(session));
        this.clock = clock;
    }

    /** An organization that comes into being in this transaction: its founder and what an import brings are let in. */
    public void founded(String organizationId) {
        session.setAttribute(NEW + organizationId, true);
    }

    /** Whether the user may become a member, or stay one that was added a moment ago in this transaction. */
    public Admission judge(OrganizationModel organization, UserModel user, boolean invited) {
        OrganizationPolicies policies = policies(organization);
        boolean limited = policies.seats().limit() != null;
        if (session.getAttribute(NEW + organization.getId()) != null
                || (!limited && !policies.domains().restrictToDomains())) {
            return Admission.ADMITTED;
        }
        if (limited) {
            OrganizationLock.of(EntityManagers.of(session)).take(organization.getId());
        }
        String email = user.getEmail() == null ? "" : user.getEmail();
        return Admission.toMembership(
                policies.domains(),
                policies.seats(),
                user.isEmailVerified() && isOfDomain(organization.getId(), email),
                invited,
                limited ? seats.membersBeside(organization.getId(), user.getId()) : 0,
                limited ? seats.promisedBeside(organization.getId(), email, clock.instant()) : 0);
    }

    /**
     * Ends what made the user a member if that may not be.
     *
     * @param invited whether an invitation is used up by it
     */
    public void require(OrganizationModel organization, UserModel user, boolean invited) {
        switch (judge(organization, user, invited)) {
            case ADMITTED -> {}
            case FULL ->
                refuse(
                        Verdict.NO_SEAT,
                        "All seats of the organization are taken or promised. Raise its limit, remove a member,"
                                + " or take an invitation back.",
                        "admissionFull");
            case OUTSIDE_DOMAINS ->
                refuse(
                        Verdict.OUTSIDE_DOMAINS,
                        "The organization is restricted to people with a verified address in one of its verified domains.",
                        "admissionOutside");
        }
    }

    @Override
    public boolean haveRoom(String organizationId) {
        OrganizationPolicies policies = policies(organizationId);
        return policies.seats().limit() == null
                || Admission.mayPromise(
                        policies.seats(),
                        seats.membersBeside(organizationId, ""),
                        seats.promisedBeside(organizationId, "", clock.instant()));
    }

    /** Whether people with this address can be invited. That they have it is proved when they accept. */
    @Override
    public boolean areFor(String organizationId, EmailAddress address) {
        return !policies(organizationId).domains().restrictToDomains() || isOfDomain(organizationId, address.value());
    }

    private boolean isOfDomain(String organizationId, String email) {
        return DomainQueries.of(EntityManagers.of(session))
                .holderOf(session.getContext().getRealm().getId(), email)
                .filter(holder -> holder.organizationId().equals(organizationId))
                .isPresent();
    }

    private OrganizationPolicies policies(String organizationId) {
        @Nullable
        OrganizationModel organization =
                session.getProvider(OrganizationProvider.class).getById(organizationId);
        return organization == null ? OrganizationPolicies.NONE : policies(organization);
    }

    private static OrganizationPolicies policies(OrganizationModel organization) {
        return OrganizationPolicies.from(organization.getAttributes());
    }

    /** A person in the middle of a login gets a page that says it; everybody else a failure that does. */
    private void refuse(Verdict verdict, String message, String shown) {
        session.getTransactionManager().setRollbackOnly();
        if (session.getContext().getAuthenticationSession() != null) {
            throw new AuthenticationFlowException(
                    AuthenticationFlowError.GENERIC_AUTHENTICATION_ERROR, Errors.ACCESS_DENIED, shown);
        }
        throw new AdmissionRefused(verdict, message);
    }
}
