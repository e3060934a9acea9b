package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.journeys.Company.Employee;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.client.ExchangeCheck;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** nginx stands in front of a service and asks about every request, with the configuration that the documentation gives. */
@InHouse
class GatewayTest {
    private static final Path PAGE = Path.of("..", "docs", "features", "token-validation.md");

    @Test
    void nginxLetsThroughWhoMayAndTellsTheServiceWhoItIs(House house, @TempDir Path directory) throws Exception {
        Path nginx = Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(nginx != null, "no nginx: install it to see the gateway's configuration at work");
        Company company = Company.found(house, "127.0.66.1");
        Employee member = company.hire("member");
        String token =
                house.login(member.person(), "127.0.66.1", company.alias()).text("access_token");
        HttpServer service = service();
        int port = freePort();
        Process gateway = start(
                nginx,
                directory,
                configuration(house, port, service.getAddress().getPort()));
        try (Client client = new Client(URI.create("http://127.0.0.1:" + port), "127.0.66.1", ExchangeCheck.NONE)) {
            Awaitility.await().until(() -> listens(port));

            Answer admitted = client.send(
                    "GET",
                    "/invoices",
                    Map.of(
                            "Authorization", "Bearer " + token,
                            "X-Auth-Subject", "somebody-else",
                            "X-Auth-Permissions", "everything"),
                    null,
                    null);
            assertThat(admitted.status()).as(admitted.body()).isEqualTo(200);
            assertThat(admitted.body())
                    .isEqualTo(member.id() + " " + member.person().username() + " " + company.alias()
                            + " members:read,organization:read");

            Answer posted = client.post("/invoices", Map.of("amount", 1), token);
            assertThat(posted.status()).as("a body is for the service alone").isEqualTo(200);

            Answer unscoped = client.send(
                    "GET",
                    "/invoices",
                    Map.of(
                            "Authorization", "Bearer " + member.token(),
                            "X-Auth-Organization", "acme",
                            "X-Auth-Permissions", "everything"),
                    null,
                    null);
            assertThat(unscoped.body())
                    .as("what the client claims does not get through")
                    .isEqualTo(member.id() + " " + member.person().username() + " null null");

            Answer anonymous = client.get("/invoices");
            assertThat(anonymous.status()).isEqualTo(401);
            assertThat(anonymous.header("WWW-Authenticate").orElseThrow()).startsWith("Bearer");
            assertThat(client.get("/_gatehouse", token).status()).isEqualTo(404);

            company.client().send("POST", "/auth/logout", Map.of("Authorization", "Bearer " + token), null, null);
            assertThat(client.get("/invoices", token).status())
                    .as("logged out a moment ago")
                    .isEqualTo(401);
        } finally {
            gateway.destroy();
            gateway.waitFor(10, TimeUnit.SECONDS);
            service.stop(0);
        }
    }

    /** Answers with what the gateway told it. */
    private static HttpServer service() throws IOException {
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            var headers = exchange.getRequestHeaders();
            byte[] told = (headers.getFirst("X-Auth-Subject") + " " + headers.getFirst("X-Auth-Username") + " "
                            + headers.getFirst("X-Auth-Organization") + " " + headers.getFirst("X-Auth-Permissions"))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, told.length);
            exchange.getResponseBody().write(told);
            exchange.close();
        });
        service.start();
        return service;
    }

    /** The page's own lines, with the addresses of this run. */
    private static String configuration(House house, int gateway, int service) throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf("```nginx\n") + "```nginx\n".length();
        String lines = page.substring(from, page.indexOf("```", from));
        assertThat(lines).contains("127.0.0.1:8080", "127.0.0.1:9090", "http://127.0.0.1:8001/realms/demo");
        return lines.replace("127.0.0.1:8080", "127.0.0.1:" + gateway)
                .replace("127.0.0.1:9090", "127.0.0.1:" + service)
                .replace("http://127.0.0.1:8001/realms/demo", house.realm());
    }

    private static Process start(Path nginx, Path directory, String server) throws IOException {
        Path file = directory.resolve("nginx.conf");
        Files.writeString(file, """
                daemon off;
                pid %1$s/nginx.pid;
                error_log %1$s/error.log;
                events {}
                http {
                    access_log off;
                    client_body_temp_path %1$s/body;
                    proxy_temp_path %1$s/proxy;
                    fastcgi_temp_path %1$s/fastcgi;
                    uwsgi_temp_path %1$s/uwsgi;
                    scgi_temp_path %1$s/scgi;
                %2$s
                }
                """.formatted(directory, server));
        return new ProcessBuilder(nginx.toString(), "-c", file.toString(), "-p", directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output.log").toFile())
                .start();
    }

    private static boolean listens(int port) throws IOException {
        try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return connection.isConnected();
        } catch (ConnectException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
