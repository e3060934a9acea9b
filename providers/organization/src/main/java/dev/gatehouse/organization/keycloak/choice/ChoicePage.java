package dev.gatehouse.organization.keycloak.choice;

import dev.gatehouse.organization.keycloak.jpa.OrganizationRow;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.forms.login.LoginFormsProvider;

/**
 * The first organizations, and a field to find the others by.
 *
 * @param more whether there are others that match
 * @param search what was searched for, if anything
 */
record ChoicePage(
        List<Map<String, String>> organizations,
        boolean more,
        @Nullable String search) {

    static final int ROWS = 10;

    private static final int LONGEST_SEARCH = 100;
    private static final String TEMPLATE = "choose-organization.ftl";

    /** A page of these, of which one more than fits was asked for. */
    static ChoicePage of(List<OrganizationRow> rows, @Nullable String search) {
        List<Map<String, String>> shown = rows.stream()
                .limit(ROWS)
                .map(row -> Map.of("id", row.id(), "name", row.name(), "alias", row.alias()))
                .toList();
        return new ChoicePage(shown, rows.size() > ROWS, search);
    }

    /** What to search for; nothing where nothing was typed. */
    static @Nullable String search(@Nullable String typed) {
        String text = typed == null ? "" : typed.strip();
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), LONGEST_SEARCH));
    }

    Response show(LoginFormsProvider form) {
        return form.setAttribute("choices", organizations)
                .setAttribute("choicesMore", more)
                .setAttribute("choicesSearch", search == null ? "" : search)
                .createForm(TEMPLATE);
    }
}
