package gleaner.slack;

import gleaner.slack.SlackReplies.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/// A draft as messages that are read in Slack: cut between items, each message within Slack's
/// limits.
///
/// It is made from the draft's own Markdown, so that nothing is in it that is not in the file that
/// goes along.
final class DraftBlocks {

    private static final int MOST_BLOCKS = 45;

    private final List<Said> messages = new ArrayList<>();
    private final StringBuilder section = new StringBuilder();
    private final String title;
    private Blocks blocks = new Blocks();

    private DraftBlocks(String title) {
        this.title = title;
    }

    /// The messages, at least one.
    static List<Said> of(String markdown) {
        var title =
                markdown.lines()
                        .filter(line -> line.startsWith("# "))
                        .findFirst()
                        .map(line -> plain(line.substring(2)))
                        .orElse("The draft");
        var draft = new DraftBlocks(title);
        markdown.lines().forEach(draft::line);
        draft.endMessage();
        return draft.messages;
    }

    private void line(String line) {
        if (line.startsWith("# ")) {
            endSection();
            makeRoom();
            blocks.header(plain(line.substring(2)));
        } else if (line.startsWith("## ")) {
            endSection();
            add("*" + MrkdwnWriter.of(line.substring(3)).replace("*", "") + "*");
        } else if (line.equals("---")) {
            endSection();
            makeRoom();
            blocks.divider();
        } else if (!line.isBlank() && !isUnseen(line)) {
            add(MrkdwnWriter.of(line));
        }
    }

    /// The line by which an edited draft is known again; no reader of Markdown shows it.
    private static boolean isUnseen(String line) {
        return line.startsWith("[//]: # (");
    }

    /// Adds a heading, a paragraph or an item, which is not cut unless it is longer than a section
    /// may be.
    private void add(String mrkdwn) {
        for (var part : MrkdwnParts.of(mrkdwn, Blocks.SECTION)) {
            if (section.length() + part.length() + 2 > Blocks.SECTION) {
                endSection();
            }
            if (blocks.length() + section.length() + part.length() + 2 > Blocks.MOST_TEXT
                    || blocks.size() >= MOST_BLOCKS) {
                endMessage();
            }
            section.append(section.isEmpty() ? "" : part.startsWith("• ") ? "\n" : "\n\n")
                    .append(part);
        }
    }

    private void makeRoom() {
        if (blocks.size() >= MOST_BLOCKS) {
            endMessage();
        }
    }

    private void endSection() {
        blocks.section(section.toString());
        section.setLength(0);
    }

    private void endMessage() {
        endSection();
        if (blocks.size() > 0 || messages.isEmpty()) {
            var words = messages.isEmpty() ? title : title + " (continued)";
            if (blocks.size() == 0) {
                blocks.section("The draft is empty.");
            }
            messages.add(new Said(MrkdwnWriter.escaped(words), Optional.of(blocks.toString())));
        }
        blocks = new Blocks();
    }

    private static String plain(String markdown) {
        return TextContentRenderer.builder()
                .build()
                .render(Parser.builder().build().parse(markdown))
                .strip();
    }
}
