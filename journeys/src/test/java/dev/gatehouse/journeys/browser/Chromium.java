package dev.gatehouse.journeys.browser;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one Chromium of a test run, as the operating system installed it.
 *
 * <p>Playwright's own driver comes in its jar; no browser is downloaded, and the browser by itself reaches no host at
 * all: only its windows do, each through its own {@link LoopbackAddress}.
 */
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-features=AutofillServerCommunication");

    /** How long a story waits for what it should see: long, since a busy machine is no fault of the page. */
    private static final double PATIENCE_MILLIS = 30_000;

    /** Port 1 of this machine, where nobody listens. */
    private static final String NOWHERE = "socks5://127.0.0.1:1";

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser process;

    private Chromium(Playwright playwright, com.microsoft.playwright.Browser process) {
        this.playwright = playwright;
        this.process = process;
    }

    /** Where Chromium is, if the PATH leads to one. */
    static Optional<Path> executable() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(directory -> !directory.isEmpty())
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium start() {
        var executable = executable().orElseThrow(() -> new IllegalStateException("no Chromium on the PATH"));
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var process = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(FLAGS)
                        .setProxy(NOWHERE));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        return new Chromium(playwright, process);
    }

    com.microsoft.playwright.Browser process() {
        return process;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
