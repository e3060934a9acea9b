package dev.gatehouse.journeys.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whoever follows a link inside the repository arrives. */
class LinksTest {

    @Test
    void everyRelativeLinkLeadsToAFileAndAnAnchorInIt() {
        var broken = new ArrayList<String>();
        for (var page : Repository.pages()) {
            for (var link : page.links()) {
                fault(page, link).ifPresent(fault -> broken.add(page.name() + " → " + link + ": " + fault));
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void aMissingFileAMissingAnchorAndAWayOutOfTheRepositoryAreFound() {
        var page = MarkdownPage.parse(Repository.root().resolve("docs/made-up.md"), """
                # One `two`, three

                [here](#one-two-three) [gone](#four) [file](nowhere.md) [out](../../elsewhere.md)
                ![picture](missing.png) <img src="lost.png"> [web](https://example.test/)

                | | |
                |---|---|
                | [map](README.md) | [anchor](decisions/README.md#nothing) |
                """);

        var faulty = page.links().stream()
                .filter(link -> fault(page, link).isPresent())
                .toList();

        assertThat(faulty)
                .containsExactly(
                        "#four",
                        "nowhere.md",
                        "../../elsewhere.md",
                        "missing.png",
                        "lost.png",
                        "decisions/README.md#nothing");
    }

    private static Optional<String> fault(MarkdownPage page, String link) {
        var target = URI.create(link);
        if (target.isAbsolute()) {
            return Optional.empty();
        }
        var path = Optional.ofNullable(target.getPath()).orElse("");
        var file = path.isEmpty() ? page.file() : besides(page.file(), path);
        if (!file.startsWith(Repository.root())) {
            return Optional.of("leaves the repository");
        }
        if (!path.isEmpty() && !Files.exists(file)) {
            return Optional.of("no such file");
        }
        var anchor = Optional.ofNullable(target.getFragment());
        if (anchor.isPresent() && file.toString().endsWith(".md")) {
            var there = path.isEmpty() ? page : MarkdownPage.read(file);
            return there.anchors().contains(anchor.get()) ? Optional.empty() : Optional.of("no such heading");
        }
        return Optional.empty();
    }

    private static Path besides(Path file, String path) {
        return file.resolveSibling(path).normalize();
    }
}
