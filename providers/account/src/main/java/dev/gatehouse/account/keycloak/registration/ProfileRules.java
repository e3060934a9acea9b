package dev.gatehouse.account.keycloak.registration;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.gatehouse.account.registration.ProfileErrors;
import dev.gatehouse.account.registration.RegistrationRequest;
import dev.gatehouse.foundation.problem.FieldError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.messages.Messages;
import org.keycloak.storage.adapter.InMemoryUserAdapter;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;
import org.keycloak.util.JsonSerialization;

/** The realm's user profile: which attributes there are, and what may stand in them. */
public final class ProfileRules {
    /** Not told before the address is verified: they would say who has an account. */
    private static final Set<String> EXISTS = Set.of(Messages.EMAIL_EXISTS, Messages.USERNAME_EXISTS);

    private static final TypeReference<Map<String, List<String>>> ATTRIBUTES = new TypeReference<>() {};

    private final KeycloakSession session;
    private final RealmModel realm;

    public ProfileRules(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** Under which name somebody will be known who registers with this. */
    String username(RegistrationRequest request) {
        String username = request.username();
        return realm.isRegistrationEmailAsUsername() || username == null
                ? request.email().toLowerCase(Locale.ROOT)
                : username;
    }

    /** All attributes that the user will have. */
    Map<String, List<String>> attributes(RegistrationRequest request) {
        Map<String, List<String>> attributes = new HashMap<>(request.attributes());
        put(attributes, UserModel.USERNAME, username(request));
        put(attributes, UserModel.EMAIL, request.email().toLowerCase(Locale.ROOT));
        put(attributes, UserModel.FIRST_NAME, request.firstName());
        put(attributes, UserModel.LAST_NAME, request.lastName());
        put(attributes, UserModel.LOCALE, request.locale());
        return attributes;
    }

    /** What is wrong with them, but for whether somebody has the name or the address already. */
    List<FieldError> errors(RegistrationRequest request) {
        Map<String, List<String>> attributes = attributes(request);
        UserModel nobody = new InMemoryUserAdapter(session, realm, "nobody");
        // Who has the address looks like its owner, so that nobody looks for another: found or not would take its time.
        nobody.setEmail(request.email().toLowerCase(Locale.ROOT));
        nobody.setUsername(username(request).toLowerCase(Locale.ROOT));
        UserProfile profile = profiles().create(UserProfileContext.REGISTRATION, attributes, nobody);
        List<FieldError> errors =
                new ArrayList<>(unknown(profile, request.attributes().keySet()));
        errors.addAll(localeErrors(request.locale()));
        violations(profile)
                .filter(violation -> !EXISTS.contains(violation.getMessage()))
                .map(violation -> ProfileErrors.of(violation.getAttribute(), violation.getMessage()))
                .forEach(errors::add);
        return errors;
    }

    /** A profile of these attributes, to be asked for {@link #violations} before it becomes a user. */
    UserProfile profile(Map<String, List<String>> attributes) {
        return profiles().create(UserProfileContext.REGISTRATION, attributes);
    }

    /** The attributes that this user changes, as the user may change them. */
    UserProfile change(UserModel user, Map<String, List<String>> attributes) {
        Map<String, List<String>> all = new HashMap<>(user.getAttributes());
        all.putAll(attributes);
        return profiles().create(UserProfileContext.UPDATE_PROFILE, all, user);
    }

    List<FieldError> unknown(UserProfile profile, Set<String> names) {
        return names.stream()
                .filter(name -> ProfileErrors.isField(name)
                        || !profile.getAttributes().contains(name)
                        || profile.getAttributes().isReadOnly(name))
                .sorted()
                .map(name -> new FieldError(
                        "/attributes/" + name.replace("~", "~0").replace("/", "~1"),
                        "unknown",
                        "The realm's user profile has no such attribute that users set."))
                .toList();
    }

    List<FieldError> localeErrors(@Nullable String locale) {
        return locale == null || realm.getSupportedLocalesStream().anyMatch(locale::equals)
                ? List.of()
                : List.of(new FieldError("/locale", "value", "The realm does not speak this language."));
    }

    static Stream<ValidationException.Error> violations(UserProfile profile) {
        try {
            profile.validate();
            return Stream.empty();
        } catch (ValidationException invalid) {
            return invalid.getErrors().stream();
        }
    }

    static String write(Map<String, List<String>> attributes) {
        try {
            return JsonSerialization.writeValueAsString(attributes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static Map<String, List<String>> read(String attributes) {
        try {
            return JsonSerialization.readValue(attributes, ATTRIBUTES);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private UserProfileProvider profiles() {
        return session.getProvider(UserProfileProvider.class);
    }

    private static void put(Map<String, List<String>> attributes, String name, @Nullable String value) {
        if (value != null) {
            attributes.put(name, List.of(value));
        }
    }
}
