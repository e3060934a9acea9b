package dev.gatehouse.journeys.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.contract.Contract;
import dev.gatehouse.journeys.node.InNode;
import dev.gatehouse.journeys.node.Node;
import dev.gatehouse.journeys.node.Script;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The contract under the rules of {@code journeys/node/spectral.yaml}, where each exception has its reason. */
@InNode
class ContractLintTest {
    private static final String OPENAPI = "openapi.yaml";

    @Test
    void theLinterFindsNeitherAnErrorNorAWarning(Node node) throws IOException {
        copyContract(node.directory());

        Script lint = node.tool("spectral", "lint", OPENAPI, "--ruleset=spectral.yaml", "--fail-severity=warn");

        assertThat(lint.rest()).contains("No results with a severity of 'warn' or higher found!");
        assertThat(lint.status()).isZero();
    }

    @Test
    void theLinterStillFindsWhatIsWrong(Node node) throws IOException {
        copyContract(node.directory());
        Path contract = node.directory().resolve(OPENAPI);
        String broken = Files.readString(contract).replace("      maxLength: 1000\n", "");
        Files.writeString(contract, broken);

        Script lint = node.tool("spectral", "lint", OPENAPI, "--ruleset=spectral.yaml", "--fail-severity=warn");

        assertThat(lint.rest()).contains("owasp:api4:2023-string-limit");
        assertThat(lint.status()).isPositive();
    }

    private static void copyContract(Path directory) throws IOException {
        try (InputStream contract = Contract.class.getResourceAsStream("/dev/gatehouse/api/openapi.yaml")) {
            Files.copy(
                    Objects.requireNonNull(contract), directory.resolve(OPENAPI), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
