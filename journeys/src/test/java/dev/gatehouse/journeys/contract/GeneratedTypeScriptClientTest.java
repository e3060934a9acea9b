package dev.gatehouse.journeys.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import dev.gatehouse.journeys.node.InNode;
import dev.gatehouse.journeys.node.Node;
import dev.gatehouse.journeys.node.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A TypeScript application that has nothing but the client that was generated from the contract. */
@InHouse
@InNode
class GeneratedTypeScriptClientTest {
    private static final Path GENERATED = Path.of("target", "generated-typescript");

    @Test
    void aPersonLogsInMakesAnOrganizationAndLogsOut(House house, Node node) throws IOException {
        Person person = house.newPerson("create-organization");
        copy(GENERATED, node.directory().resolve("client"));
        Script compiler = node.tool("tsc", "--project", ".");
        assertThat(compiler.rest()).isEmpty();
        assertThat(compiler.status()).isZero();

        Script app = node.start("compiled/app.js", Map.of("REALM", house.realm()));
        app.tell(person.username());
        app.tell(person.password());
        app.expect("code?");
        app.tell(house.inbox().codeAfter(0, person.email()));

        assertThat(app.rest().lines())
                .containsExactly(
                        "me " + person.id() + " " + person.email(),
                        "organizations generated-in-typescript of true",
                        "refused 400 /name",
                        "active true",
                        "active false");
        assertThat(app.status()).isZero();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file :
                    (Iterable<Path>) files.filter(path -> path.toString().endsWith(".ts"))::iterator) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
