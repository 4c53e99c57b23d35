package gleaner.slack;

import gleaner.news.Excerpt;
import gleaner.news.Sections;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The row below a link by which an editor decides: take, skip, hold, lead, and a menu of the
/// sections.
///
/// Each is a command of the one grammar: the action's id says which, the row's id about what, and
/// what is shown afterwards.
final class LinkButtons {

    /// What an action's id begins with where the rest is a command's first word.
    static final String DO = "do:";

    private static final int MOST_ID = 255;
    private static final int MOST_OPTIONS = 100;
    private static final int OPTION = 75;

    private final Sections sections;
    private final int menuLength;

    LinkButtons(Sections sections) {
        this.sections = sections;
        var length = 0;
        for (var option : options(sections)) {
            length += option.path("text").path("text").asString("").length();
        }
        this.menuLength = length;
    }

    /// The characters of all that the menu of sections shows.
    int menuLength() {
        return menuLength;
    }

    /// Adds the row.
    ///
    /// @param menu whether there is room for the menu of sections
    /// @param link as [gleaner.command.Reply]'s JSON has it
    /// @param then the words of what is shown afterwards in its place
    void add(Blocks blocks, JsonNode link, String then, boolean menu) {
        var id = link.path("id").asString("");
        var state = link.path("state").asString("");
        if (id.isEmpty() || state.equals("ran")) {
            return;
        }
        var row = JsonNodeFactory.instance.arrayNode();
        row.add(verb("pick", "Take", id, state.equals("picked")));
        row.add(verb("skip", "Skip", id, state.equals("skipped")));
        row.add(verb("hold", "Hold", id, state.equals("held")));
        row.add(verb("lead", "Lead", id, state.equals("lead")));
        if (menu && menuLength > 0) {
            row.add(menu(link.path("section").asString("")));
        }
        var blockId = id + "|" + then;
        blocks.actions(blockId.length() <= MOST_ID ? blockId : id + "|", row);
    }

    private static ObjectNode verb(String verb, String label, String id, boolean stands) {
        var button = Blocks.button(DO + verb, label, id);
        return stands ? button.put("style", "primary") : button;
    }

    private ObjectNode menu(String current) {
        var menu =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("type", "static_select")
                        .put("action_id", DO + "section");
        menu.set("placeholder", Blocks.plain("Section", OPTION));
        menu.set("options", options(sections));
        for (var option : menu.path("options")) {
            if (option.path("value").asString("").equals(current)) {
                menu.set("initial_option", option);
            }
        }
        return menu;
    }

    /// The sections as a menu has them.
    static tools.jackson.databind.node.ArrayNode options(Sections sections) {
        var options = JsonNodeFactory.instance.arrayNode();
        sections.inOrder().stream()
                .filter(section -> section.name().value().length() <= OPTION)
                .limit(MOST_OPTIONS)
                .forEach(section -> {
                    var option = options.addObject();
                    option.set("text", Blocks.plain(Excerpt.of(section.heading(), OPTION), OPTION));
                    option.put("value", section.name().value());
                });
        return options;
    }
}
