package dev.gatehouse.account.keycloak.user;

import dev.gatehouse.account.profile.Completeness;
import dev.gatehouse.account.profile.ProfileChange;
import dev.gatehouse.account.profile.ProfileFault;
import dev.gatehouse.account.profile.ProfileField;
import dev.gatehouse.account.profile.ProfileOutcome;
import dev.gatehouse.account.profile.ProfileVerdict;
import dev.gatehouse.foundation.problem.FieldError;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.keycloak.common.Profile.Feature;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.UserModel;
import org.keycloak.storage.ReadOnlyException;
import org.keycloak.userprofile.AttributeChangeListener;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/**
 * A user's profile under the realm's own rules: who sees and writes which attribute, and what it may say. They are asked
 * of Keycloak's user profile, as its account console and its admin console do.
 */
final class Profiles {
    /** Keycloak's own bookkeeping, which is no part of anybody's profile. */
    private static final String INTERNAL = "kc.";

    private final KeycloakSession session;
    private final UserProfileContext context;

    /** @param byOwner whether the rules for the person or those for administrators hold */
    Profiles(KeycloakSession session, boolean byOwner) {
        this.session = session;
        this.context = byOwner ? UserProfileContext.ACCOUNT : UserProfileContext.USER_API;
    }

    /** What may be seen, by attribute; none without a value. */
    Map<String, List<String>> readable(UserModel user) {
        Map<String, List<String>> readable =
                new TreeMap<>(provider().create(context, user).getAttributes().getReadable());
        readable.entrySet()
                .removeIf(attribute -> attribute.getKey().startsWith(INTERNAL)
                        || attribute.getValue().stream().allMatch(value -> value == null || value.isBlank()));
        return readable;
    }

    static Map<ProfileField, String> fields(Map<String, List<String>> readable) {
        Map<ProfileField, String> fields = new EnumMap<>(ProfileField.class);
        for (ProfileField field : ProfileField.values()) {
            List<String> values = readable.getOrDefault(field.attribute(), List.of());
            if (!values.isEmpty()) {
                fields.put(field, values.get(0));
            }
        }
        return fields;
    }

    static Map<String, List<String>> attributes(Map<String, List<String>> readable) {
        Map<String, List<String>> attributes = new TreeMap<>(readable);
        attributes.keySet().removeIf(name -> ProfileField.ofAttribute(name).isPresent());
        return attributes;
    }

    /** How much the person has filled in of what they may. */
    Completeness completeness(UserModel user) {
        Attributes attributes =
                provider().create(UserProfileContext.ACCOUNT, user).getAttributes();
        Map<String, Boolean> filled = new HashMap<>();
        for (String name : attributes.nameSet()) {
            boolean asked = attributes.getMetadata(name) != null
                    && !name.startsWith(INTERNAL)
                    && (name.equals(UserModel.EMAIL) || !attributes.isReadOnly(name));
            if (asked) {
                filled.put(
                        ProfileField.ofAttribute(name)
                                .map(ProfileField::wireName)
                                .orElse(name),
                        attributes.get(name).stream().anyMatch(value -> value != null && !value.isBlank()));
            }
        }
        return Completeness.of(filled);
    }

    /** Changes the profile, all of it or nothing. */
    ProfileOutcome change(UserModel user, ProfileChange change, AttributeChangeListener listener) {
        Attributes before = provider().create(context, user).getAttributes();
        Map<String, List<String>> values = readable(user);
        List<FieldError> errors = new ArrayList<>();
        change.fields().forEach((field, value) -> put(before, values, field.attribute(), list(value), errors));
        change.attributes().forEach((name, list) -> put(before, values, name, list, errors));
        if (!errors.isEmpty()) {
            return new ProfileOutcome(ProfileVerdict.UNFIT, errors);
        }
        return guarded(() -> provider().create(context, values, user).update(false, listener));
    }

    /** What the realm has against an address that the owner wants for the account; empty if nothing. */
    List<ProfileFault> faultsOfAddress(UserModel user, String address) {
        if (!org.keycloak.common.Profile.isFeatureEnabled(Feature.UPDATE_EMAIL)) {
            return List.of(new ProfileFault(UserModel.EMAIL, "read-only"));
        }
        UserProfile profile = provider()
                .create(
                        UserProfileContext.UPDATE_EMAIL,
                        Map.of(UserModel.USERNAME, user.getUsername(), UserModel.EMAIL, address),
                        user);
        if (profile.getAttributes().isReadOnly(UserModel.EMAIL)) {
            return List.of(new ProfileFault(UserModel.EMAIL, "read-only"));
        }
        try {
            profile.validate();
            return List.of();
        } catch (ValidationException unfit) {
            return faults(unfit);
        }
    }

    /** Does what may be refused by the user profile or by the store behind it. What was begun is taken back. */
    ProfileOutcome guarded(Runnable work) {
        try {
            work.run();
            return ProfileOutcome.DONE;
        } catch (ValidationException unfit) {
            return ProfileFault.outcome(faults(unfit));
        } catch (ModelDuplicateException taken) {
            session.getTransactionManager().setRollbackOnly();
            String field = Objects.requireNonNullElse(taken.getDuplicateFieldName(), "");
            return ProfileFault.outcome(List.of(new ProfileFault(
                    ProfileField.ofAttribute(field)
                            .map(ProfileField::attribute)
                            .orElse(ProfileField.USERNAME.attribute()),
                    "usernameExistsMessage")));
        } catch (ReadOnlyException readOnly) {
            session.getTransactionManager().setRollbackOnly();
            return ProfileOutcome.READ_ONLY;
        }
    }

    private static void put(
            Attributes before,
            Map<String, List<String>> values,
            String name,
            List<String> wanted,
            List<FieldError> errors) {
        if (wanted.equals(values.getOrDefault(name, List.of()))) {
            return;
        }
        if (before.isReadOnly(name) || name.startsWith(INTERNAL)) {
            errors.add(
                    before.getMetadata(name) == null
                            ? ProfileFault.unknown(name)
                            : ProfileFault.readOnly(ProfileField.pointerOf(name)));
            return;
        }
        // Keycloak passes over an attribute without values, and takes away one with a blank one.
        values.put(name, wanted.isEmpty() ? List.of("") : wanted);
    }

    private static List<String> list(Optional<String> value) {
        return value.map(List::of).orElse(List.of());
    }

    private static List<ProfileFault> faults(ValidationException unfit) {
        return unfit.getErrors().stream()
                .map(error -> new ProfileFault(error.getAttribute(), error.getMessage()))
                .toList();
    }

    private UserProfileProvider provider() {
        return session.getProvider(UserProfileProvider.class);
    }
}
