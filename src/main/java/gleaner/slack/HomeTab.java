package gleaner.slack;

import gleaner.command.Reply;
import gleaner.news.Sections;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Gleaner's own tab: for an editor the open issue at a glance and the latest links with their
/// buttons, for everybody else their own links and what became of them.
///
/// At most 100 blocks: <https://docs.slack.dev/reference/views/home-tab-views>.
final class HomeTab {

    /// What an editor's tab shows of the links.
    static final String LATEST = "list";

    /// What everybody else's shows.
    static final String OWN = "list by me new picked lead held skipped withdrawn ran";

    static final String ISSUE = "digest as json";

    private static final int MOST_NOTES = 10;
    private static final int MOST_ITEMS = 20;
    private static final int ITEM = 500;
    private static final int MENUS = 10_000;

    private final LinkButtons buttons;
    private final JsonMapper json = new JsonMapper();

    HomeTab(Sections sections) {
        this.buttons = new LinkButtons(sections);
    }

    /// The view.
    ///
    /// @param issue the answer to [#ISSUE]
    /// @param links the answer to [#LATEST] or [#OWN]
    ObjectNode view(Reply issue, Reply links, Showing showing) {
        var blocks = new Blocks();
        var draft = read(issue);
        var title = draft.path("title").asString("");
        blocks.header(title.isBlank() ? "The open issue" : title);
        blocks.context(showing.notice());
        if (!issue.kind().isFine()) {
            blocks.section(MrkdwnWriter.of(issue.markdown()));
        } else {
            glance(blocks, draft, showing.editor());
        }
        if (showing.editor()) {
            var row = JsonNodeFactory.instance.arrayNode();
            row.add(
                    Blocks.button(BlockReplies.RUN + "digest", "Draft the issue", "digest")
                            .put("style", "primary"));
            row.add(Blocks.button(BlockReplies.RUN + "stats", "Count", "stats"));
            row.add(Blocks.button(BlockReplies.RUN + "undo", "Undo", "undo"));
            blocks.actions("issue", row);
        }
        blocks.divider();
        blocks.section(showing.editor() ? "*The latest links*" : "*Your links*");
        items(blocks, links, showing.editor());
        var view = JsonNodeFactory.instance.objectNode().put("type", "home");
        view.set("blocks", blocks.json());
        return view;
    }

    private static void glance(Blocks blocks, JsonNode draft, boolean editor) {
        var period = draft.path("period").asString("");
        var sections = draft.path("sections");
        if (sections.isEmpty()) {
            blocks.section("Nothing in it yet.");
        } else {
            blocks.context(MrkdwnWriter.escaped(period))
                    .section(
                            stream(sections)
                                    .map(section ->
                                            "• %s: %d"
                                                    .formatted(
                                                            MrkdwnWriter.escaped(
                                                                    section.path("heading")
                                                                            .asString("")),
                                                            section.path("items").size()))
                                    .collect(Collectors.joining("\n")));
        }
        var notes = draft.path("notes");
        if (editor && !notes.isEmpty()) {
            var more =
                    notes.size() > MOST_NOTES
                            ? "\n• and %d more".formatted(notes.size() - MOST_NOTES)
                            : "";
            blocks.section(
                    "*Not ready*\n"
                            + stream(notes)
                                    .limit(MOST_NOTES)
                                    .map(note ->
                                            "• "
                                                    + MrkdwnParts.first(
                                                                    MrkdwnWriter.of(
                                                                            note.path("markdown")
                                                                                    .asString("")),
                                                                    ITEM)
                                                            .replace('\n', ' '))
                                    .collect(Collectors.joining("\n"))
                            + more);
        }
    }

    private void items(Blocks blocks, Reply reply, boolean editor) {
        var links = read(reply).path("links");
        var lines =
                reply.markdown()
                        .lines()
                        .filter(line -> line.startsWith("- "))
                        .limit(MOST_ITEMS)
                        .toList();
        if (lines.isEmpty() || links.size() < lines.size()) {
            blocks.section(
                    reply.kind().isFine()
                            ? "None yet: share a link in a channel that Gleaner is in, or use *Add a link*."
                            : MrkdwnWriter.of(reply.markdown()));
            return;
        }
        var hasMenus = buttons.menuLength() * lines.size() <= MENUS;
        for (int i = 0; i < lines.size(); i++) {
            blocks.section(BlockReplies.item(lines.get(i).substring(2), ITEM));
            if (editor) {
                buttons.add(blocks, links.path(i), "", hasMenus);
            }
        }
    }

    private JsonNode read(Reply reply) {
        try {
            return json.readTree(reply.json());
        } catch (JacksonException e) {
            return json.missingNode();
        }
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return java.util.stream.StreamSupport.stream(array.spliterator(), false);
    }
}
