package dev.gatehouse.account.profile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The fields of a profile that have a name of their own; all else is an attribute. */
public enum ProfileField {
    USERNAME("username"),
    EMAIL("email"),
    FIRST_NAME("firstName"),
    LAST_NAME("lastName"),
    LOCALE("locale");

    private final String attribute;

    /** @param attribute the name by which the realm's user profile knows it */
    ProfileField(String attribute) {
        this.attribute = attribute;
    }

    public String attribute() {
        return attribute;
    }

    /** The name in requests and answers. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String pointer() {
        return "/" + wireName();
    }

    public static Optional<ProfileField> ofAttribute(String attribute) {
        return Arrays.stream(values())
                .filter(field -> field.attribute.equals(attribute))
                .findFirst();
    }

    /** Where in a request an attribute of the user profile stands. */
    public static String pointerOf(String attribute) {
        return ofAttribute(attribute)
                .map(ProfileField::pointer)
                .orElseGet(() -> "/attributes/" + attribute.replace("~", "~0").replace("/", "~1"));
    }
}
