package dev.gatehouse.organization;

import java.util.regex.Pattern;

/**
 * An id as somebody sent it. One that cannot be an id of Keycloak's is absent, before a database is asked that would
 * refuse its characters.
 */
public final class GivenId {

    /** A UUID as a rule, any word by import; {@code f:PROVIDER:ID} for users of a federation, whose ids may be addresses. */
    private static final Pattern FORM = Pattern.compile("(?!f:)[\\w.:@+-]{1,255}|f:[\\w-]{1,36}:[^\\p{Cntrl}]{1,200}");

    private GivenId() {}

    public static boolean isPlausible(String id) {
        return FORM.matcher(id).matches();
    }
}
