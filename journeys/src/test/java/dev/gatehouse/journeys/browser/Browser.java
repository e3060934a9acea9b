package dev.gatehouse.journeys.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A story's own browser: it opens windows, and closes them all when the story ends. Not safe for several threads. */
public final class Browser implements AutoCloseable {

    private final Chromium chromium;
    private final Path pictures;
    private final List<Window> windows = new ArrayList<>();

    Browser(Chromium chromium, Path pictures) {
        this.chromium = chromium;
        this.pictures = pictures;
    }

    /**
     * Opens a window as a new person would: with no cookie and nothing cached.
     *
     * @param address what the server sees the window come from, a literal of 127.0.0.0/8
     */
    public Window open(Viewport viewport, String address) {
        var source = LoopbackAddress.open(address);
        var profile = chromium.process()
                .newContext(new NewContextOptions()
                        .setViewportSize(viewport.width(), viewport.height())
                        .setLocale("en-US")
                        .setTimezoneId("UTC")
                        .setProxy(new Proxy(
                                "socks5://" + address + ":" + source.proxy().getPort())));
        var window = new Window(profile, source, pictures);
        windows.add(window);
        return window;
    }

    void pictureEveryWindow(String name) {
        for (int i = 0; i < windows.size(); i++) {
            windows.get(i).picture(name + "-" + (i + 1));
        }
    }

    @Override
    public void close() {
        windows.forEach(Window::close);
    }
}
