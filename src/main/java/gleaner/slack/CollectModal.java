package gleaner.slack;

import gleaner.news.Sections;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The form by which somebody adds a link: its address, tags, a section, and its words; an editor
/// writes the blurb instead.
///
/// See <https://docs.slack.dev/reference/views/modal-views>.
final class CollectModal {

    static final String CALLBACK = "collect";
    static final String URL = "url";
    static final String TAGS = "tags";
    static final String SECTION = "section";
    static final String WORDS = "words";
    static final String BLURB = "blurb";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_WORDS = 2_000;
    private static final int LABEL = 75;

    private CollectModal() {}

    /// The view.
    ///
    /// @param channel where the shortcut was used; empty for none
    /// @param url what the first field holds already; empty for nothing
    static ObjectNode view(Sections sections, boolean editor, String channel, String url) {
        var view = NODES.objectNode().put("type", "modal").put("callback_id", CALLBACK);
        view.put("private_metadata", NODES.objectNode().put("channel", channel).toString());
        view.set("title", Blocks.plain("Collect a link", 24));
        view.set("submit", Blocks.plain("Collect", 24));
        view.set("close", Blocks.plain("Cancel", 24));
        var blocks = view.putArray("blocks");
        var address = text(LONGEST_URL, "https://example.com/page");
        if (!url.isEmpty() && url.length() <= LONGEST_URL) {
            address.put("initial_value", url);
        }
        blocks.add(input(URL, "Link", address, false));
        blocks.add(input(TAGS, "Tags", text(300, "#security #k8s"), true));
        var options = LinkButtons.options(sections);
        if (!options.isEmpty()) {
            var menu = NODES.objectNode().put("type", "static_select");
            menu.set("placeholder", Blocks.plain("Where its tags lead", LABEL));
            menu.set("options", options);
            blocks.add(input(SECTION, "Section", menu, true));
        }
        var words =
                text(
                                LONGEST_WORDS,
                                editor
                                        ? "The item's sentence, in Markdown"
                                        : "Your words about it, in Markdown")
                        .put("multiline", true);
        blocks.add(
                editor ? input(BLURB, "Blurb", words, true) : input(WORDS, "Words", words, true));
        return view;
    }

    private static ObjectNode text(int most, String hint) {
        var field = NODES.objectNode().put("type", "plain_text_input").put("max_length", most);
        field.set("placeholder", Blocks.plain(hint, LABEL));
        return field;
    }

    private static ObjectNode input(String id, String label, ObjectNode element, boolean optional) {
        var input =
                NODES.objectNode()
                        .put("type", "input")
                        .put("block_id", id)
                        .put("optional", optional);
        input.set("label", Blocks.plain(label, LABEL));
        input.set("element", element.put("action_id", id));
        return input;
    }
}
