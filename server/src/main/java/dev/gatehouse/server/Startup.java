package dev.gatehouse.server;

import dev.gatehouse.foundation.InvalidSetting;
import dev.gatehouse.foundation.Mode;
import dev.gatehouse.foundation.SettingsSource;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The start, step by step: what was asked for, whether it can be had, the build step if due, Keycloak in this JVM. */
public final class Startup {
    private static final String STOP_WITH_PARENT = "gatehouse.stop-with-parent";

    private final Home home;
    private final Arguments arguments;
    private final PrintStream out;
    private final Phases phases;

    private Startup(Home home, Arguments arguments, PrintStream out) {
        this.home = home;
        this.arguments = arguments;
        this.out = out;
        Clock clock = Clock.systemUTC();
        Instant started = ProcessHandle.current().info().startInstant().orElseGet(clock::instant);
        this.phases = new Phases(clock, started);
    }

    /** Does not return: Keycloak ends the JVM that it ran in. */
    public static void main(String[] line) throws Exception {
        try {
            new Startup(Home.ofThisJar(), Arguments.parse(List.of(line)), System.out).run();
        } catch (Refusal | InvalidSetting refusal) {
            System.err.println(refusal.getMessage());
            System.exit(1);
        }
    }

    private void run() throws IOException, InterruptedException, ReflectiveOperationException {
        GivenOptions given =
                GivenOptions.read(arguments.options(), System.getenv(), System.getProperties(), home.configuration());
        arguments.settings().forEach(System::setProperty);
        Jvm.properties(home).forEach(System::setProperty);
        Locale.setDefault(Locale.US);
        if (Boolean.getBoolean(STOP_WITH_PARENT)) {
            ProcessHandle.current().parent().ifPresent(Startup::stopWith);
        }

        Mode mode = Mode.from(
                SettingsSource.of(Startup::setting, () -> arguments.settings().keySet()));
        Map<String, String> defaults = Defaults.missingFrom(given, mode, home);
        GivenOptions options = given.orElse(defaults);
        check(options);
        boolean imports = new RealmImport(home)
                .prepare(mode, arguments.flags().contains("--import-realm"), name -> System.getenv(name) != null);
        phases.end("checks");

        if (new BuildStep(home, options, BuildTimeOptions.of(home), out).runIfDue()) {
            phases.end("build step");
        }
        Addresses.of(options)
                .ifPresent(addresses -> Readiness.whenReady(addresses.ready(), () -> {
                    phases.end("Keycloak");
                    out.println(Welcome.text(mode, addresses, home, phases));
                    System.getLogger("dev.gatehouse.server").log(Level.INFO, "Ready after {0}", phases);
                }));
        startKeycloak(defaults, imports);
    }

    /** As MicroProfile Config will give it to the providers: the command line, else the environment. */
    private static @Nullable String setting(String key) {
        String property = System.getProperty(key);
        return property != null
                ? property
                : System.getenv(key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT));
    }

    private void check(GivenOptions options) throws IOException {
        Files.createDirectories(home.log().getParent());
        Preflight.demandSpace(home.data(), Preflight.usableBytes(home.data()));
        for (Preflight.Port port : Preflight.ports(options)) {
            Preflight.demandFree(port, options.value("http-host").orElse("0.0.0.0"));
        }
    }

    private void startKeycloak(Map<String, String> defaults, boolean imports) throws ReflectiveOperationException {
        List<String> line = new ArrayList<>(List.of("start", "--optimized"));
        arguments.flags().stream()
                .filter(flag -> !flag.equals("--optimized") && !flag.equals("--import-realm"))
                .forEach(line::add);
        if (imports) {
            line.add("--import-realm");
        }
        arguments.options().forEach((option, value) -> line.add("--" + option + "=" + value));
        defaults.forEach((option, value) -> line.add("--" + option + "=" + value));
        Class.forName("io.quarkus.bootstrap.runner.QuarkusEntryPoint")
                .getMethod("main", String[].class)
                .invoke(null, (Object) line.toArray(String[]::new));
    }

    /** Who started us is gone (killed, perhaps, without a chance to say so): nobody is left to stop this server. */
    private static void stopWith(ProcessHandle parent) {
        CompletableFuture<Void> unused = parent.onExit().thenRun(() -> System.exit(0));
    }
}
