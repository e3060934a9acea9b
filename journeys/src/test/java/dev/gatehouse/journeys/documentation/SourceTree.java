package dev.gatehouse.journeys.documentation;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The names in the Java sources: packages, and classes by the file that each stands in. */
final class SourceTree {

    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);

    private final Set<String> qualifiedNames = new HashSet<>();
    private final List<Path> files;

    private SourceTree(List<Path> files) {
        this.files = files;
        for (var file : files) {
            PACKAGE.matcher(Repository.text(file)).results().findFirst().ifPresent(found -> {
                qualifiedNames.add(found.group(1));
                qualifiedNames.add(found.group(1) + "." + simpleName(file));
            });
        }
    }

    static SourceTree read() {
        return new SourceTree(Repository.javaFiles());
    }

    /** Whether this is the full name of a package or of a class of ours. */
    boolean contains(String qualifiedName) {
        return qualifiedNames.contains(qualifiedName);
    }

    boolean hasClass(String simpleName) {
        return files.stream().anyMatch(file -> simpleName(file).equals(simpleName));
    }

    /** Whether a class of this name declares or calls a method of this name: enough to find a renamed one. */
    boolean hasMethod(String simpleName, String method) {
        var call = Pattern.compile("\\b" + Pattern.quote(method) + "\\(");
        return files.stream()
                .filter(file -> simpleName(file).equals(simpleName))
                .anyMatch(file -> call.matcher(Repository.text(file)).find());
    }

    private static String simpleName(Path file) {
        return file.getFileName().toString().replaceFirst("\\.java$", "");
    }
}
