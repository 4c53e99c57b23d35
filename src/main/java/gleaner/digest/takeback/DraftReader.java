package gleaner.digest.takeback;

import gleaner.digest.takeback.EditedDraft.Block;
import gleaner.digest.takeback.EditedDraft.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Takes an editor's text of a draft apart: headings, items, paragraphs, footnotes.
///
/// Line ends of every system, a byte order mark and lines broken anywhere within a paragraph mean
/// nothing. Work grows with the length of the text.
final class DraftReader {

    private static final Parser PARSER =
            Parser.builder()
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                    .maxOpenBlockParsers(20)
                    .maxInlineNesting(20)
                    .build();
    private static final Pattern FOOTNOTE =
            Pattern.compile(" {0,3}\\[\\^([^\\s\\[\\]]{1,50})\\]:[ \\t]*(.*)");
    private static final Pattern REFERENCE =
            Pattern.compile(" {0,3}\\[//\\]: # \\(gleaner draft ([0-9a-z-]{1,60})\\)\\s*");
    private static final Pattern TABLE = Pattern.compile("[|:-][|: -]*-[|: -]*");

    /// What ends a footnote without an empty line before it.
    private static final Pattern BREAK = Pattern.compile(" {0,3}(?:#{1,6} |---|- )");

    private final Map<String, String> footnotes = new LinkedHashMap<>();
    private final StringBuilder definitions = new StringBuilder();
    private final List<Part> parts = new ArrayList<>();
    private Optional<String> reference = Optional.empty();
    private Optional<String> title = Optional.empty();
    private Optional<String> heading = Optional.empty();
    private List<Block> blocks = new ArrayList<>();
    private List<String> lines = List.of();

    private final List<String> comments = new ArrayList<>();
    private final Set<String> headings;

    private DraftReader(Set<String> headings) {
        this.headings = headings;
    }

    static EditedDraft read(String text) {
        return read(text, Set.of());
    }

    /// @param headings words that are a section's heading at every level; others are at the first
    ///   two
    static EditedDraft read(String text, Set<String> headings) {
        return new DraftReader(headings).draft(text);
    }

    /// The line that says what a text was made from.
    static String referenceLine(String reference) {
        return "[//]: # (gleaner draft " + reference + ")";
    }

    private EditedDraft draft(String text) {
        var clean = text.startsWith("\ufeff") ? text.substring(1) : text;
        lines = withoutFootnotes(clean.replace("\0", "").lines().toList());
        var document = PARSER.parse(String.join("\n", lines));
        for (var node = document.getFirstChild(); node != null; node = node.getNext()) {
            block(node);
        }
        parts.add(new Part(heading, blocks));
        return new EditedDraft(
                title, parts, footnotes, definitions.toString(), reference, comments);
    }

    /// The lines without footnotes and reference, an empty one in the place of each; a line `---`
    /// before another heading, as that of the notes for the editor, never makes a heading of what
    /// stands above it.
    private List<String> withoutFootnotes(List<String> all) {
        var left = new ArrayList<String>();
        var open = Optional.<String>empty();
        for (int at = 0; at < all.size(); at++) {
            var line = all.get(at);
            var start = FOOTNOTE.matcher(line);
            var made = REFERENCE.matcher(line);
            if (start.matches()) {
                open = Optional.of(start.group(1));
                var words = start.group(2).strip();
                if (footnotes.putIfAbsent(start.group(1), shown(words)) != null) {
                    open = Optional.empty();
                    left.add("\\" + line.stripLeading());
                    continue;
                }
            } else if (made.matches()) {
                reference = Optional.of(made.group(1));
                open = Optional.empty();
            } else if (open.isPresent() && !line.isBlank() && !BREAK.matcher(line).lookingAt()) {
                footnotes.merge(
                        open.get(), shown(line.strip()), (words, more) -> words + " " + more);
            } else {
                open = Optional.empty();
                if (isRule(all, at)) {
                    left.add("");
                }
                left.add(line);
                continue;
            }
            left.add("");
        }
        return left;
    }

    private static boolean isRule(List<String> lines, int at) {
        if (!lines.get(at).strip().equals("---")) {
            return false;
        }
        int next = at + 1;
        while (next < lines.size() && lines.get(next).isBlank()) {
            next++;
        }
        return next < lines.size()
                && (lines.get(next).startsWith("#")
                        || (next + 1 < lines.size() && lines.get(next + 1).strip().equals("---")));
    }

    /// Without what makes a footnote of one word visible: see `MarkdownPage`.
    private static String shown(String words) {
        return words.endsWith("&#8203;")
                ? words.substring(0, words.length() - "&#8203;".length()).strip()
                : words;
    }

    private void block(Node node) {
        switch (node) {
            case Heading head when head.getLevel() == 1 && title.isEmpty() && parts.isEmpty() ->
                    title = Optional.of(words(head));
            case Heading head when head.getLevel() <= 2 || headings.contains(words(head)) -> {
                parts.add(new Part(heading, blocks));
                heading = Optional.of(words(head));
                blocks = new ArrayList<>();
            }
            case Paragraph paragraph -> blocks.add(paragraph(paragraph));
            case ListBlock list -> list(list);
            case LinkReferenceDefinition definition ->
                    definitions.append(source(definition)).append('\n');
            case ThematicBreak _ -> {}
            default -> strange(node);
        }
    }

    /// A paragraph may begin with a year: a numbered list of one begins with 1.
    private void list(ListBlock list) {
        var first = list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : null;
        if (first != null && first != 1 && list.getFirstChild().getNext() == null) {
            blocks.add(new Block(EditedDraft.Type.PARAGRAPH, source(list), List.of()));
            return;
        }
        var type = first == null ? EditedDraft.Type.ITEM : EditedDraft.Type.NUMBERED;
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            item((ListItem) item, type);
        }
    }

    private Block paragraph(Paragraph paragraph) {
        var raw = Comments.without(source(paragraph), comments::add);
        var isTable =
                raw.indexOf('|') >= 0
                        && raw.lines()
                                .skip(1)
                                .findFirst()
                                .filter(line ->
                                        line.indexOf('|') >= 0
                                                && line.length() < 1000
                                                && TABLE.matcher(line.strip()).matches())
                                .isPresent();
        return new Block(
                isTable ? EditedDraft.Type.STRANGE : EditedDraft.Type.PARAGRAPH, raw, List.of());
    }

    /// What is neither the item's words nor a paragraph below them stands after it as a block of
    /// its own.
    private void item(ListItem item, EditedDraft.Type type) {
        var words = new ArrayList<String>();
        var others = new ArrayList<Node>();
        for (var node = item.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Paragraph paragraph) {
                words.add(Comments.without(source(paragraph), comments::add));
            } else {
                others.add(node);
            }
        }
        if (!words.isEmpty()) {
            blocks.add(new Block(type, words.getFirst(), words.subList(1, words.size())));
        }
        others.forEach(this::strange);
    }

    private void strange(Node node) {
        if (node instanceof ThematicBreak || node.getSourceSpans().isEmpty()) {
            return;
        }
        var spans = node.getSourceSpans();
        int from = spans.getFirst().getLineIndex();
        int to = spans.getLast().getLineIndex();
        blocks.add(
                new Block(
                        EditedDraft.Type.STRANGE,
                        String.join("\n", lines.subList(from, to + 1)).strip(),
                        List.of()));
    }

    /// Its lines without what belongs to lists and the like around them.
    private String source(Node node) {
        var raw = new StringBuilder();
        for (var span : node.getSourceSpans()) {
            raw.append(raw.isEmpty() ? "" : "\n").append(line(span).strip());
        }
        return raw.toString();
    }

    private String line(SourceSpan span) {
        var line = lines.get(span.getLineIndex());
        int from = Math.min(span.getColumnIndex(), line.length());
        return line.substring(from, Math.min(from + span.getLength(), line.length()));
    }

    /// A heading's words without its marks; a single `#` at its end is one of its words, as in a
    /// title `C #`.
    private String words(Heading heading) {
        var raw = source(heading).strip();
        int from = 0;
        while (from < raw.length() && from < 6 && raw.charAt(from) == '#') {
            from++;
        }
        if (from == 0) {
            var over = raw.lines().toList();
            return String.join(" ", over.subList(0, Math.max(1, over.size() - 1))).strip();
        }
        var words = raw.substring(from).strip();
        var end = " " + raw.substring(0, from);
        return from > 1 && words.endsWith(end)
                ? words.substring(0, words.length() - end.length()).strip()
                : words;
    }
}
