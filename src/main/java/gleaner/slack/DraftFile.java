package gleaner.slack;

import gleaner.command.Reply;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A document as a file: Slack shows it as what its name's ending says.
///
/// @param name with its ending
/// @param title of the file, for people
/// @param says what is said of it where the document itself is not a message
/// @param isMarkdown whether it can be a message, too
record DraftFile(String name, String title, String says, boolean isMarkdown) {

    /// The only line of Markdown that has no other use: an edited draft is known again by it.
    private static final String REFERENCE = "\n[//]: # (gleaner draft ";

    static DraftFile of(Reply reply) {
        var json = read(reply.json());
        if (json.path("feed").isString()) {
            return feed(json);
        }
        if (json.path("requests").isString()) {
            return new DraftFile(
                    "rehearsal.txt",
                    "What would be handed over",
                    "What would be handed over to %s is in the file; nothing was sent."
                            .formatted(MrkdwnWriter.escaped(json.path("to").asString("it"))),
                    false);
        }
        var title = json.path("title").asString("").strip();
        var ending = ending(reply.markdown());
        return new DraftFile(
                "draft." + ending,
                title.isEmpty() ? "The draft" : title,
                "The draft is in the file.",
                ending.equals("md"));
    }

    private static JsonNode read(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JacksonException e) {
            return new JsonMapper().missingNode();
        }
    }

    /// Named as the files of a site are.
    private static DraftFile feed(JsonNode json) {
        var form = json.path("form").asString("").toLowerCase(Locale.ROOT);
        var name =
                switch (form) {
                    case "atom" -> "atom.xml";
                    case "json" -> "feed.json";
                    default -> "feed.xml";
                };
        var tag = json.path("tag").asString("");
        var title = tag.isEmpty() ? "The feed" : "The feed of #" + tag;
        return new DraftFile(name, title, MrkdwnWriter.escaped(title) + " is in the file.", false);
    }

    /// A template may begin a draft with anything, so its end counts, too.
    private static String ending(String document) {
        var text = document.strip();
        if (text.startsWith("# ") || text.lastIndexOf(REFERENCE) >= 0) {
            return "md";
        }
        return switch (text.isEmpty() ? ' ' : text.charAt(0)) {
            case '<' -> "html";
            case '{' -> "json";
            default -> text.contains("\n## ") || text.contains("](https://") ? "md" : "txt";
        };
    }
}
