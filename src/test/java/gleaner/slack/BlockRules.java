package gleaner.slack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What Slack documents of blocks, as strictly as it refuses them with `invalid_blocks`: kinds,
/// fields, lengths, counts.
///
/// See <https://docs.slack.dev/reference/block-kit/blocks> and the pages of the elements and
/// composition objects.
final class BlockRules {

    private static final Map<String, Set<String>> FIELDS =
            Map.ofEntries(
                    fields("section", "block_id text fields accessory expand"),
                    fields("header", "block_id text"),
                    fields("context", "block_id elements"),
                    fields("divider", "block_id"),
                    fields("image", "block_id image_url alt_text title slack_file"),
                    fields("actions", "block_id elements"),
                    fields("input", "block_id label element hint optional dispatch_action"),
                    fields("button", "action_id text value style url confirm"),
                    fields("static_select", "action_id placeholder options initial_option confirm"),
                    fields(
                            "plain_text_input",
                            "action_id initial_value multiline min_length max_length placeholder"));

    private static Map.Entry<String, Set<String>> fields(String kind, String names) {
        return Map.entry(kind, Set.of(("type " + names).split(" ")));
    }

    private final List<String> wrong = new ArrayList<>();
    private final Set<String> blockIds = new HashSet<>();
    private int length;

    private BlockRules() {}

    /// What is wrong with a message's blocks; nothing where they are right.
    static List<String> message(JsonNode blocks) {
        var rules = new BlockRules();
        rules.all(
                blocks, 50, Set.of("section", "header", "context", "divider", "image", "actions"));
        rules.check(rules.length <= 12_000, "msg_blocks_too_long: " + rules.length);
        return rules.wrong;
    }

    /// What is wrong with a view.
    static List<String> view(JsonNode view) {
        var rules = new BlockRules();
        var modal = view.path("type").asString("").equals("modal");
        rules.check(
                modal || view.path("type").asString("").equals("home"),
                "a view is a modal or a home");
        rules.check(
                view.path("private_metadata").asString("").length() <= 3_000,
                "private_metadata over 3000");
        rules.check(view.path("callback_id").asString("").length() <= 255, "callback_id over 255");
        rules.all(
                view.path("blocks"),
                100,
                Set.of("section", "header", "context", "divider", "actions", "input"));
        if (modal) {
            rules.plain(view.path("title"), 24, "title");
            rules.plain(view.path("close"), 24, "close");
            rules.plain(view.path("submit"), 24, "submit");
        }
        return rules.wrong;
    }

    private void check(boolean right, String sentence) {
        if (!right) {
            wrong.add(sentence);
        }
    }

    private void all(JsonNode blocks, int most, Set<String> kinds) {
        check(blocks.isArray() && !blocks.isEmpty(), "blocks are a list that is not empty");
        check(blocks.size() <= most, blocks.size() + " blocks");
        for (var block : blocks) {
            var type = block.path("type").asString("");
            check(kinds.contains(type), "no block here: " + type);
            fields(block);
            var id = block.path("block_id").asString("");
            check(id.length() <= 255, "block_id over 255");
            check(id.isEmpty() || blockIds.add(id), "block_id twice: " + id);
            switch (type) {
                case "section" -> text(block.path("text"), 3_000, type);
                case "header" -> plain(block.path("text"), 150, type);
                case "context" -> {
                    check(
                            block.path("elements").size() >= 1
                                    && block.path("elements").size() <= 10,
                            "context elements");
                    block.path("elements").forEach(each -> text(each, 2_000, type));
                }
                case "image" -> image(block);
                case "actions" -> actions(block.path("elements"));
                case "input" -> {
                    plain(block.path("label"), 2_000, "label");
                    element(block.path("element"));
                }
                default -> {}
            }
        }
    }

    private void fields(JsonNode node) {
        var known = FIELDS.getOrDefault(node.path("type").asString(""), Set.of());
        node.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> wrong.add(node.path("type").asString("") + " with " + name));
    }

    private void image(JsonNode block) {
        var url = block.path("image_url").asString("");
        check(url.startsWith("http") && url.length() <= 3_000, "image_url " + url);
        var alt = block.path("alt_text").asString("");
        check(!alt.isEmpty() && alt.length() <= 2_000, "alt_text of " + alt.length());
        length += url.length() + alt.length();
    }

    private void actions(JsonNode elements) {
        check(elements.size() >= 1 && elements.size() <= 25, elements.size() + " actions");
        var ids = new HashSet<String>();
        for (var element : elements) {
            check(
                    ids.add(element.path("action_id").asString("")),
                    "action_id twice: " + element.path("action_id"));
            element(element);
        }
    }

    private void element(JsonNode element) {
        fields(element);
        var action = element.path("action_id").asString("");
        check(!action.isEmpty() && action.length() <= 255, "action_id of 1 to 255");
        switch (element.path("type").asString("")) {
            case "button" -> {
                plain(element.path("text"), 75, "button");
                check(element.path("value").asString("").length() <= 2_000, "value over 2000");
                check(
                        Set.of("", "primary", "danger")
                                .contains(element.path("style").asString("")),
                        "style " + element.path("style"));
            }
            case "static_select" -> {
                plain(element.path("placeholder"), 150, "placeholder");
                var options = element.path("options");
                check(options.size() >= 1 && options.size() <= 100, options.size() + " options");
                options.forEach(this::option);
                var initial = element.path("initial_option");
                var among = initial.isMissingNode();
                for (var option : options) {
                    among |= option.equals(initial);
                }
                check(among, "initial_option is none of the options");
            }
            case "plain_text_input" -> {
                plain(element.path("placeholder"), 150, "placeholder");
                var most = element.path("max_length").asInt(3_000);
                check(most >= 1 && most <= 3_000, "max_length " + most);
                check(
                        element.path("initial_value").asString("").length() <= most,
                        "initial_value over max_length");
            }
            default -> wrong.add("no element: " + element.path("type"));
        }
    }

    private void option(JsonNode option) {
        plain(option.path("text"), 75, "option");
        var value = option.path("value").asString("");
        check(!value.isEmpty() && value.length() <= 75, "option value of 1 to 75");
    }

    private void text(JsonNode text, int most, String where) {
        if (text.path("type").asString("").equals("plain_text")) {
            plain(text, most, where);
            return;
        }
        check(text.path("type").asString("").equals("mrkdwn"), where + " without text");
        check(text.path("verbatim").asBoolean(false), where + " that makes links of names");
        words(text, most, where);
        mentions(text.path("text").asString(""));
    }

    private void plain(JsonNode text, int most, String where) {
        check(text.path("type").asString("").equals("plain_text"), where + " without plain_text");
        words(text, most, where);
    }

    private void words(JsonNode text, int most, String where) {
        var words = text.path("text").asString("");
        length += words.length();
        check(!words.isEmpty() && words.length() <= most, where + " text of " + words.length());
    }

    /// Not Slack's rule but ours: nobody is ever mentioned.
    private void mentions(String mrkdwn) {
        for (var sign : List.of("<!", "<@", "<#")) {
            check(!mrkdwn.contains(sign), "a mention: " + mrkdwn);
        }
    }
}
