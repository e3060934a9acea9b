package dev.gatehouse.mfa.keycloak;

import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.DeleteCredentialAction;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.models.Constants;

/** Stands in for Keycloak's removal of a credential by its owner, and refuses where a policy needs the factor. */
public final class GuardedDeletion extends DeleteCredentialAction {

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (isNeeded(context)) {
            refuse(context);
        } else {
            super.requiredActionChallenge(context);
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        if (isNeeded(context)) {
            refuse(context);
        } else {
            super.processAction(context);
        }
    }

    private static boolean isNeeded(RequiredActionContext context) {
        String id = context.getAuthenticationSession().getClientNote(Constants.KC_ACTION_PARAMETER);
        return id != null
                && !FactorRemovals.locked(context.getSession(), context.getRealm(), context.getUser())
                        .allows(id);
    }

    private static void refuse(RequiredActionContext context) {
        context.getEvent()
                .event(EventType.REMOVE_CREDENTIAL)
                .detail(Details.REASON, "A policy asks for this second factor")
                .error(Errors.DELETE_CREDENTIAL_FAILED);
        context.challenge(context.form().setError("secondFactorNeeded").createErrorPage(Response.Status.FORBIDDEN));
    }

    @Override
    public int order() {
        return super.order() + 1;
    }
}
