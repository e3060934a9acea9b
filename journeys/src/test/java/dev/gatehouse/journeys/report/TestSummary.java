package dev.gatehouse.journeys.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Adds up the test reports of all modules and says what was not run, and for want of what, so that nobody takes a test
 * that was skipped for one that passed.
 */
public final class TestSummary {
    private int passed;
    private int failed;
    private int skipped;
    private final TreeSet<String> reasons = new TreeSet<>();

    private TestSummary() {}

    /** @param arguments the root of the source tree */
    public static void main(String[] arguments) throws IOException {
        of(reports(Path.of(arguments[0]))).lines().forEach(System.out::println);
    }

    static TestSummary of(List<Path> reports) throws IOException {
        TestSummary summary = new TestSummary();
        for (Path report : reports) {
            summary.add(report);
        }
        return summary;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        if (!reasons.isEmpty()) {
            lines.add("Not run:");
            reasons.forEach(reason -> lines.add("  " + reason));
        }
        lines.add(passed + " passed, " + failed + " failed, " + skipped + " skipped");
        return lines;
    }

    private void add(Path report) throws IOException {
        Element suite;
        try {
            suite = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException unreadable) {
            throw new IOException("The test report " + report + " is unreadable", unreadable);
        }
        int wrong = number(suite, "errors") + number(suite, "failures");
        failed += wrong;
        skipped += number(suite, "skipped");
        passed += number(suite, "tests") - wrong - number(suite, "skipped");
        NodeList omitted = suite.getElementsByTagName("skipped");
        for (int index = 0; index < omitted.getLength(); index++) {
            Element reason = (Element) omitted.item(index);
            String name = suite.getAttribute("name");
            reasons.add(name.substring(name.lastIndexOf('.') + 1) + ": " + reason.getAttribute("message"));
        }
    }

    private static int number(Element suite, String attribute) {
        return Integer.parseInt(suite.getAttribute(attribute));
    }

    private static List<Path> reports(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String depth : List.of("", "providers")) {
            try (Stream<Path> modules = Files.list(root.resolve(depth))) {
                for (Path module : (Iterable<Path>) modules::iterator) {
                    Path reports = module.resolve(Path.of("target", "surefire-reports"));
                    if (Files.isDirectory(reports)) {
                        try (Stream<Path> files = Files.list(reports)) {
                            files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                                    .forEach(found::add);
                        }
                    }
                }
            }
        }
        return found;
    }
}
