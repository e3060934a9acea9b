package dev.gatehouse.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/reference/permissions.md} to the code. */
class PermissionReferenceTest {

    private static final Pattern PERMISSION = Pattern.compile("(?m)^\\| `([a-z]+:[a-z]+)` \\| \\S.*\\|$");
    private static final Pattern RESOURCES = Pattern.compile("(?s)The resources (.*?)\\s+are Gatehouse's");
    private static final Pattern WORD = Pattern.compile("`([a-z]+)`");

    private final String page = read();

    @Test
    void thePageListsEveryPermissionInItsOrder() {
        assertThat(PERMISSION.matcher(page).results().map(row -> row.group(1)))
                .containsExactlyElementsOf(
                        Permission.BUILT_IN.stream().map(Permission::value).toList());
    }

    @Test
    void thePageSaysWhatTheBuiltInRolesAllow() {
        for (OrganizationRole role : OrganizationRole.BUILT_IN) {
            List<String> missing = Permission.BUILT_IN.stream()
                    .filter(permission -> !role.allows(permission))
                    .map(permission -> "`" + permission + "`")
                    .toList();
            String row = role.equals(OrganizationRole.MEMBER)
                    ? "| `member` | `organization:read`, `members:read` |"
                    : "| `" + role.name() + "` | all" + (missing.isEmpty() ? "" : " but " + String.join(", ", missing))
                            + ", and all of applications |";
            assertThat(page).contains(row);
        }
    }

    @Test
    void theResourcesThatThePageReservesAreReserved() {
        List<String> resources = RESOURCES
                .matcher(page)
                .results()
                .flatMap(sentence -> WORD.matcher(sentence.group(1)).results().map(word -> word.group(1)))
                .toList();
        assertThat(resources).hasSizeGreaterThan(8);
        assertThat(resources)
                .allSatisfy(resource ->
                        assertThat(Permission.of(resource + ":something")).isEmpty());
        assertThat(Permission.BUILT_IN)
                .allSatisfy(permission -> assertThat(resources).contains(permission.resource()));
    }

    private static String read() {
        try {
            return Files.readString(Path.of("../../docs/reference/permissions.md"));
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }
}
