package gleaner.slack;

import gleaner.command.Reply;
import gleaner.news.Sections;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Replies as blocks: lists in pages with their buttons, one link with its own, everything else as
/// text.
///
/// Nothing in them can mention anybody or run anything: words of strangers are escaped, and a
/// button carries a command that whoever presses it may or may not give.
final class BlockReplies implements SlackReplies {

    /// What an action's id begins with where its value is a command.
    static final String RUN = "run:";

    private static final int FALLBACK = 3_000;
    private static final int NOTICE = 500;

    /// So many characters the menus of a page may hold together.
    private static final int MENUS = 3_000;

    /// For the heading, the notice and the buttons' labels.
    private static final int ROOM_FOR_REST = 1_500;

    private final LinkButtons buttons;
    private final JsonMapper json = new JsonMapper();

    BlockReplies(Sections sections) {
        this.buttons = new LinkButtons(sections);
    }

    @Override
    public List<Said> of(Reply reply, Showing showing) {
        var node = read(reply.json());
        if (node.path("pages").isNumber() && !node.path("links").isEmpty()) {
            return list(reply, node, showing);
        }
        if (node.path("link").isObject()) {
            return one(reply, node.path("link"), showing);
        }
        return text(MrkdwnWriter.of(reply.markdown()), showing);
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JacksonException e) {
            return json.missingNode();
        }
    }

    private List<Said> list(Reply reply, JsonNode node, Showing showing) {
        var links = node.path("links");
        var items = reply.markdown().lines().filter(line -> line.startsWith("- ")).toList();
        if (items.size() != links.size() || 2 * items.size() + 5 > Blocks.MOST_IN_MESSAGE) {
            return text(MrkdwnWriter.of(reply.markdown()), showing);
        }
        var page = node.path("page").asInt(1);
        var words = node.path("list").asString("");
        var heading = reply.markdown().lines().findFirst().orElse("");
        var blocks =
                new Blocks().context(notice(showing)).section("*" + MrkdwnWriter.of(heading) + "*");
        var menus = buttons.menuLength() * items.size();
        var hasMenus = showing.editor() && menus <= MENUS;
        var room = (Blocks.MOST_TEXT - ROOM_FOR_REST - (hasMenus ? menus : 0)) / items.size();
        for (int i = 0; i < items.size(); i++) {
            blocks.section(item(items.get(i).substring(2), room));
            if (showing.editor()) {
                buttons.add(
                        blocks,
                        links.path(i),
                        words.isEmpty() ? "" : words + " page " + page,
                        hasMenus);
            }
        }
        turn(blocks, words, page, node.path("pages").asInt(1));
        return List.of(
                new Said(
                        fallback(MrkdwnWriter.of(reply.markdown())),
                        Optional.of(blocks.toString())));
    }

    /// An item whose address leaves no room for it has its words only.
    static String item(String markdown, int room) {
        var whole = MrkdwnWriter.of(markdown);
        return MrkdwnParts.first(
                whole.length() <= room ? whole : unlinked(whole), Math.min(room, Blocks.SECTION));
    }

    private static String unlinked(String mrkdwn) {
        var out = new StringBuilder(mrkdwn.length());
        for (int i = 0; i < mrkdwn.length(); i++) {
            var end = mrkdwn.charAt(i) == '<' ? mrkdwn.indexOf('>', i) : -1;
            if (end < 0) {
                out.append(mrkdwn.charAt(i));
            } else {
                var bar = mrkdwn.indexOf('|', i);
                out.append(mrkdwn, bar >= 0 && bar < end ? bar + 1 : i + 1, end);
                i = end;
            }
        }
        return out.toString();
    }

    private static void turn(Blocks blocks, String words, int page, int pages) {
        if (pages <= 1) {
            return;
        }
        var row = JsonNodeFactory.instance.arrayNode();
        if (page > 1 && !words.isEmpty()) {
            row.add(
                    Blocks.button(
                            RUN + "previous", "‹ Previous page", words + " page " + (page - 1)));
        }
        if (page < pages && !words.isEmpty()) {
            row.add(Blocks.button(RUN + "next", "Next page ›", words + " page " + (page + 1)));
        }
        blocks.context("Page %d of %d".formatted(page, pages)).actions("pages", row);
    }

    private List<Said> one(Reply reply, JsonNode link, Showing showing) {
        var all = text(MrkdwnWriter.of(reply.markdown()), showing);
        if (!showing.editor() || all.size() != 1) {
            return all;
        }
        var blocks =
                new Blocks().context(notice(showing)).section(MrkdwnWriter.of(reply.markdown()));
        buttons.add(
                blocks,
                link,
                "show " + link.path("id").asString(""),
                blocks.length() + buttons.menuLength() <= Blocks.MOST_TEXT);
        return List.of(new Said(all.getFirst().text(), Optional.of(blocks.toString())));
    }

    private static List<Said> text(String mrkdwn, Showing showing) {
        var said = new ArrayList<Said>();
        for (var part :
                MrkdwnParts.of(
                        mrkdwn.isBlank() ? "Done." : mrkdwn, Blocks.MOST_TEXT - ROOM_FOR_REST)) {
            var blocks = new Blocks();
            if (said.isEmpty()) {
                blocks.context(notice(showing));
            }
            said.add(new Said(fallback(part), Optional.of(blocks.section(part).toString())));
        }
        return said;
    }

    private static String notice(Showing showing) {
        return MrkdwnParts.first(showing.notice(), NOTICE);
    }

    /// What is read aloud and notified.
    private static String fallback(String mrkdwn) {
        return MrkdwnParts.first(mrkdwn, FALLBACK);
    }
}
