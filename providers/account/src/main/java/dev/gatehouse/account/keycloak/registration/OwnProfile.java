package dev.gatehouse.account.keycloak.registration;

import dev.gatehouse.account.AccountOutcome;
import dev.gatehouse.account.ProfileChange;
import dev.gatehouse.account.registration.ProfileErrors;
import dev.gatehouse.foundation.problem.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;
import org.keycloak.services.messages.Messages;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.ValidationException;

/**
 * A user's profile as the user changes it, under the realm's rules. A new address is not set: it is sent a link, and counts
 * once that was followed.
 */
public final class OwnProfile {
    private static final FieldError TAKEN_USERNAME =
            new FieldError("/username", "taken", "Somebody has this username.");

    private final ProfileRules rules;
    private final AddressVerification verification;
    private final UserModel user;

    public OwnProfile(ProfileRules rules, AddressVerification verification, UserModel user) {
        this.rules = rules;
        this.verification = verification;
        this.user = user;
    }

    /** Whether {@link #update} would go through, or every field that stands in its way. */
    public AccountOutcome check(ProfileChange change) {
        UserProfile profile = profile(change);
        boolean isNewAddress = isNewAddress(change);
        List<ValidationException.Error> violations = ProfileRules.violations(profile)
                .filter(violation -> !(isNewAddress && UserModel.EMAIL.equals(violation.getAttribute())))
                .toList();
        List<FieldError> errors =
                new ArrayList<>(rules.unknown(profile, change.attributes().keySet()));
        errors.addAll(rules.localeErrors(change.locale()));
        if (change.username() != null
                && !change.username().equalsIgnoreCase(user.getUsername())
                && profile.getAttributes().isReadOnly(UserModel.USERNAME)) {
            errors.add(new FieldError("/username", "value", "In this realm the username stays what it is."));
        }
        if (errors.isEmpty()
                && violations.size() == 1
                && violations.get(0).getMessage().equals(Messages.USERNAME_EXISTS)) {
            return AccountOutcome.taken(TAKEN_USERNAME);
        }
        violations.forEach(violation -> errors.add(ProfileErrors.of(violation.getAttribute(), violation.getMessage())));
        return errors.isEmpty() ? AccountOutcome.DONE : AccountOutcome.invalid(errors);
    }

    /** @param event for the client and the address that it comes from */
    public void update(ProfileChange change, EventBuilder event) {
        if (isNewAddress(change) && change.email() != null) {
            verification.send(user, change.email());
        }
        profile(change).getAttributes().getWritable().forEach((name, values) -> {
            List<String> given =
                    values.stream().filter(value -> !value.isBlank()).toList();
            boolean isUnchanged = user.getAttributeStream(name).toList().equals(given);
            if (name.equals(UserModel.EMAIL) || isUnchanged || (given.isEmpty() && name.equals(UserModel.USERNAME))) {
                return;
            }
            if (given.isEmpty()) {
                user.removeAttribute(name);
            } else {
                user.setAttribute(name, given);
            }
        });
        event.event(EventType.UPDATE_PROFILE)
                .detail(Details.CONTEXT, UserProfileContext.UPDATE_PROFILE.name())
                .success();
    }

    private boolean isNewAddress(ProfileChange change) {
        return change.email() != null && !change.email().equalsIgnoreCase(user.getEmail());
    }

    private UserProfile profile(ProfileChange change) {
        Map<String, List<String>> attributes = new HashMap<>(change.attributes());
        put(attributes, UserModel.USERNAME, change.username());
        put(attributes, UserModel.FIRST_NAME, change.firstName());
        put(attributes, UserModel.LAST_NAME, change.lastName());
        put(attributes, UserModel.LOCALE, change.locale());
        return rules.change(user, attributes);
    }

    private static void put(Map<String, List<String>> attributes, String name, @Nullable String value) {
        if (value != null) {
            attributes.put(name, List.of(value));
        }
    }
}
