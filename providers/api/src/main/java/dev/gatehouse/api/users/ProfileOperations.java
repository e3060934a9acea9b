package dev.gatehouse.api.users;

import dev.gatehouse.account.keycloak.user.UserAccount;
import dev.gatehouse.account.profile.ProfileChange;
import dev.gatehouse.account.profile.ProfileOutcome;
import dev.gatehouse.api.json.Answer;
import dev.gatehouse.api.mfa.StepUpDemand;
import dev.gatehouse.api.problem.RequestBody;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** A profile looked at and changed, under whichever of its two paths. */
record ProfileOperations(UsersAccess access) {

    Response find(UserAccount account) {
        return Answer.ok(ProfileAnswer.of(account.profile()));
    }

    /** Who takes an address over takes the account over: so it asks for more than a session that lies around. */
    Response change(UserAccount account, InputStream body) {
        RequestBody.Patch<ProfileChangeRequest> patch = RequestBody.readPatch(body, ProfileChangeRequest.class);
        ProfileChange change = UserProblems.good(patch.body().check(patch.sent()));
        if (account.isOwners() && account.changesAddress(change)) {
            StepUpDemand.refuseUnlessShown(access.stepUp());
        }
        ProfileOutcome outcome = account.change(change);
        return outcome.isDone() ? find(account) : UserProblems.of(outcome).response();
    }
}
