package gleaner.slack;

import gleaner.slack.SlackReplies.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.ThematicBreak;

/// A draft as messages that are read in Slack: cut between items, each message within Slack's
/// limits, pictures shown, footnotes in small print.
///
/// It is made from the draft's own Markdown, so that nothing is in it that is not in the file that
/// goes along.
final class DraftBlocks {

    private static final int MOST_BLOCKS = 45;

    /// What is read aloud and notified: <https://docs.slack.dev/messaging#accessibility>.
    private static final int ALOUD = 3_000;

    private static final String PARAGRAPH = "\n\n";
    private static final String LINE = "\n";

    private final List<Said> messages = new ArrayList<>();
    private final StringBuilder section = new StringBuilder();
    private final StringBuilder notes = new StringBuilder();
    private final StringBuilder aloud = new StringBuilder();
    private final String title;
    private Blocks blocks = new Blocks();
    private String heading = "";
    private String header = "";

    private DraftBlocks(String title) {
        this.title = title;
    }

    /// The messages, at least one.
    static List<Said> of(String markdown) {
        var document = DraftMarkdown.parsed(markdown);
        var draft = new DraftBlocks(DraftMarkdown.title(document));
        DraftMarkdown.children(document).forEach(draft::block);
        draft.endMessage();
        return draft.messages;
    }

    private void block(Node block) {
        switch (block) {
            case Heading words -> heading(words);
            case ThematicBreak _ -> {
                endSection();
                endHeading();
                makeRoom(1);
                blocks.divider();
            }
            case BulletList list -> list(list, 0);
            case OrderedList list -> {
                var first = list.getMarkerStartNumber();
                list(list, first == null ? 1 : Math.max(1, first));
            }
            default -> piece(block);
        }
    }

    /// The title of the issue and those of its sections stand out; one that is too long for that,
    /// or holds more than words, stays whole.
    private void heading(Heading words) {
        endSection();
        endHeading();
        heading = MrkdwnWriter.bold(words);
        header = DraftMarkdown.plain(words);
        if (words.getLevel() > 2 || header.length() > Blocks.HEADER || heading.contains("<http")) {
            header = "";
        }
    }

    private void list(Node list, int first) {
        int number = first;
        for (var item : DraftMarkdown.children(list)) {
            if (item instanceof ListItem) {
                item(item, number == 0 ? "• " : number + ". ");
                number += number == 0 ? 0 : 1;
            }
        }
    }

    /// One item is not cut; a picture in it stands below the words before it.
    private void item(Node item, String mark) {
        var words = new StringBuilder(mark);
        for (var part : DraftMarkdown.children(item)) {
            var picture = DraftPicture.of(part);
            if (picture.isPresent()) {
                add(words.toString(), LINE);
                words.setLength(0);
                picture(picture.get());
            } else {
                var written = MrkdwnWriter.of(part);
                var isList = part instanceof BulletList || part instanceof OrderedList;
                words.append(words.isEmpty() || words.length() == mark.length() ? "" : LINE)
                        .append(isList ? "    " + written.replace("\n", "\n    ") : written);
            }
        }
        add(words.toString(), LINE);
    }

    private void piece(Node block) {
        var picture = DraftPicture.of(block);
        if (picture.isPresent()) {
            picture(picture.get());
            return;
        }
        var words = MrkdwnWriter.of(block);
        var note = DraftMarkdown.footnote(words);
        if (note.isPresent()) {
            note(note.get());
        } else {
            add(words, PARAGRAPH);
        }
    }

    /// One below the other, as many as small print holds.
    private void note(String words) {
        if (notes.isEmpty()) {
            endSection();
            endHeading();
        }
        for (var part : MrkdwnParts.of(words, Blocks.CONTEXT)) {
            if (notes.length() + part.length() + 1 > Blocks.CONTEXT) {
                endNotes();
            }
            makeRoom(part.length());
            notes.append(notes.isEmpty() ? "" : LINE).append(part);
        }
    }

    private void endNotes() {
        if (!notes.isEmpty()) {
            blocks.context(notes.toString());
            say(notes.toString());
            notes.setLength(0);
        }
    }

    private void picture(DraftPicture picture) {
        if (!picture.canBeShown()) {
            add(picture.words(), PARAGRAPH);
            return;
        }
        endSection();
        makeRoom(picture.length());
        showHeading();
        blocks.image(picture.url(), picture.alt());
        blocks.context(picture.words());
        say(picture.words());
    }

    /// Adds a paragraph or an item, which is not cut unless it is longer than a section may be.
    private void add(String mrkdwn, String gap) {
        endNotes();
        for (var part : MrkdwnParts.of(mrkdwn, Blocks.SECTION)) {
            var length = part.length() + PARAGRAPH.length();
            if (section.length() + heading.length() + PARAGRAPH.length() + length
                    > Blocks.SECTION) {
                endSection();
            }
            makeRoom(length);
            showHeading();
            if (section.length() + length > Blocks.SECTION) {
                endSection();
            }
            section.append(section.isEmpty() ? "" : gap).append(part);
        }
    }

    /// A heading goes where what follows it goes.
    private void showHeading() {
        if (!header.isEmpty()) {
            if (blocks.size() > 0 || !header.equals(title)) {
                say("*" + MrkdwnWriter.escaped(header) + "*");
            }
            blocks.header(header);
        } else if (!heading.isEmpty()) {
            section.append(MrkdwnParts.first(heading, Blocks.SECTION / 2));
        }
        heading = "";
        header = "";
    }

    /// Nothing follows it.
    private void endHeading() {
        if (!heading.isEmpty()) {
            makeRoom(0);
            showHeading();
            endSection();
        }
    }

    private void makeRoom(int length) {
        if (blocks.length() + notes.length() + section.length() + heading.length() + length
                        > Blocks.MOST_TEXT
                || blocks.size() >= MOST_BLOCKS) {
            endBlocks();
        }
    }

    private void say(String words) {
        if (aloud.length() < ALOUD) {
            aloud.append(aloud.isEmpty() ? "" : LINE).append(words);
        }
    }

    private void endSection() {
        endNotes();
        if (!section.isEmpty()) {
            var words = section.toString();
            blocks.expanded(words);
            say(words);
        }
        section.setLength(0);
    }

    private void endMessage() {
        endSection();
        endHeading();
        if (blocks.size() == 0 && messages.isEmpty()) {
            blocks.section("The draft is empty.");
        }
        endBlocks();
    }

    private void endBlocks() {
        endSection();
        if (blocks.size() > 0) {
            var name = MrkdwnWriter.escaped(title) + (messages.isEmpty() ? "" : " (continued)");
            var whole = aloud.isEmpty() ? name : name + LINE + aloud;
            messages.add(new Said(MrkdwnParts.first(whole, ALOUD), Optional.of(blocks.toString())));
        }
        blocks = new Blocks();
        aloud.setLength(0);
    }
}
