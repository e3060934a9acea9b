package dev.gatehouse.journeys.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.List;

/** One person's window: its page, where it comes from, and what can be told of it. Not safe for several threads. */
public final class Window implements AutoCloseable {

    private final BrowserContext profile;
    private final LoopbackAddress source;
    private final Path pictures;
    private final Page page;

    Window(BrowserContext profile, LoopbackAddress source, Path pictures) {
        this.profile = profile;
        this.source = source;
        this.pictures = pictures;
        this.page = profile.newPage();
    }

    /** The page shown, to be driven with Playwright's own words. */
    public Page page() {
        return page;
    }

    /** Opens a second tab, sharing cookies with the first. */
    public Page tab() {
        return profile.newPage();
    }

    /** What the server sees this window come from. */
    public String address() {
        return source.address();
    }

    /** The places outside this machine that the pages asked for, as {@code host:port}; a page of ours asks for none. */
    public List<String> foreignRequests() {
        return source.refused();
    }

    /**
     * Takes a picture of the whole page, below {@code target/pictures/}.
     *
     * @return where it lies
     */
    public Path picture(String name) {
        var file = pictures.resolve(name + ".png");
        page.screenshot(new ScreenshotOptions().setPath(file).setFullPage(true));
        return file;
    }

    /**
     * What axe finds wrong with the page as it stands: WCAG 2.2 AA and axe's good practices.
     *
     * @return one line per kind of violation, with the elements it concerns; empty if there is none
     */
    public List<String> accessibilityViolations() {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> "%s: %s %s"
                                .formatted(
                                        rule.getId(),
                                        rule.getHelp(),
                                        rule.getNodes().stream()
                                                .map(node -> node.getHtml())
                                                .toList()))
                        .toList();
    }

    @Override
    public void close() {
        profile.close();
        source.close();
    }
}
