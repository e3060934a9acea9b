package dev.gatehouse.journeys.documentation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * A page of documentation, taken apart.
 *
 * @param links where it points, as written
 * @param anchors the names by which its headings can be pointed at
 * @param code what stands in backticks within its sentences, not its blocks of code
 * @param rows the rows of its tables, each cell as plain text
 */
record MarkdownPage(Path file, List<String> links, Set<String> anchors, List<String> code, List<List<String>> rows) {

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private static final Pattern HTML_LINK = Pattern.compile("\\b(?:src|srcset|href)=\"([^\"]+)\"");
    private static final Pattern HTML_ANCHOR = Pattern.compile("\\b(?:id|name)=\"([^\"]+)\"");

    static MarkdownPage read(Path file) {
        return parse(file, Repository.text(file));
    }

    static MarkdownPage parse(Path file, String markdown) {
        var reader = new Reader();
        PARSER.parse(markdown).accept(reader);
        return new MarkdownPage(file, reader.links, reader.anchors, reader.code, reader.rows);
    }

    /** The page's path inside the repository, for messages. */
    String name() {
        return Repository.root().relativize(file).toString();
    }

    private static final class Reader extends AbstractVisitor {
        private final List<String> links = new ArrayList<>();
        private final Set<String> anchors = new LinkedHashSet<>();
        private final List<String> code = new ArrayList<>();
        private final List<List<String>> rows = new ArrayList<>();
        private final IdGenerator ids = IdGenerator.builder().build();

        @Override
        public void visit(Heading heading) {
            anchors.add(ids.generateId(text(heading)));
            visitChildren(heading);
        }

        @Override
        public void visit(Link link) {
            links.add(link.getDestination());
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            links.add(image.getDestination());
            visitChildren(image);
        }

        @Override
        public void visit(Code span) {
            code.add(span.getLiteral());
        }

        @Override
        public void visit(HtmlInline html) {
            visitHtml(html.getLiteral());
        }

        @Override
        public void visit(HtmlBlock html) {
            visitHtml(html.getLiteral());
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof TableRow) {
                rows.add(new ArrayList<>());
            }
            if (node instanceof TableCell cell) {
                rows.get(rows.size() - 1).add(text(cell));
            }
            visitChildren(node);
        }

        private void visitHtml(String html) {
            HTML_LINK.matcher(html).results().map(found -> found.group(1)).forEach(links::add);
            HTML_ANCHOR.matcher(html).results().map(found -> found.group(1)).forEach(anchors::add);
        }

        private static String text(Node parent) {
            var text = new StringBuilder();
            parent.accept(new AbstractVisitor() {
                @Override
                public void visit(Text part) {
                    text.append(part.getLiteral());
                }

                @Override
                public void visit(Code part) {
                    text.append(part.getLiteral());
                }
            });
            return text.toString();
        }
    }
}
