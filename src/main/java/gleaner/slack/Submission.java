package gleaner.slack;

import gleaner.news.GleanerException;
import gleaner.news.Tag;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What somebody filled in, as commands.
///
/// See <https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload>.
///
/// @param view Slack's own name for this one modal
/// @param channel where the answer is said to the person alone; the person's own id for a direct
///   message
/// @param words the command
/// @param then another one that is given if the first went well; empty for none
record Submission(String view, String user, String channel, String words, String then) {

    /// From the payload, whether or not it is right.
    static Submission of(JsonNode payload) {
        var view = payload.path("view");
        var values = view.path("state").path("values");
        var user = payload.path("user").path("id").asString("");
        var url = text(values, CollectModal.URL);
        var words = text(values, CollectModal.WORDS);
        var isEditor = values.has(CollectModal.BLURB);
        var section =
                values.path(CollectModal.SECTION)
                        .path(CollectModal.SECTION)
                        .path("selected_option")
                        .path("value")
                        .asString("");
        var command = new StringBuilder("add ").append(url);
        if (!words.isEmpty()) {
            command.append(' ').append(words);
        }
        if (!tags(values).isEmpty()) {
            command.append(' ').append(tags(values));
        }
        if (!section.isEmpty()) {
            command.append(" in \"").append(section).append('"');
        }
        var blurb = text(values, CollectModal.BLURB);
        return new Submission(
                view.path("id").asString("") + " " + view.path("hash").asString(""),
                user,
                channel(view.path("private_metadata").asString(""), user),
                command.toString(),
                isEditor && !blurb.isEmpty() ? "blurb " + url + " " + blurb : "");
    }

    /// What is wrong with it: a sentence for each field that is.
    static Map<String, String> errors(JsonNode payload) {
        var values = payload.path("view").path("state").path("values");
        var errors = new LinkedHashMap<String, String>();
        FormChecks.url(text(values, CollectModal.URL))
                .ifPresent(sentence -> errors.put(CollectModal.URL, sentence));
        try {
            Arrays.stream(text(values, CollectModal.TAGS).split("[\\s,]+"))
                    .filter(word -> !word.isBlank())
                    .forEach(FormChecks::tag);
        } catch (GleanerException e) {
            errors.put(CollectModal.TAGS, e.sentence());
        }
        FormChecks.sentence(text(values, CollectModal.WORDS))
                .ifPresent(sentence -> errors.put(CollectModal.WORDS, sentence));
        FormChecks.sentence(text(values, CollectModal.BLURB))
                .ifPresent(sentence -> errors.put(CollectModal.BLURB, sentence));
        return errors;
    }

    private static String tags(JsonNode values) {
        return Arrays.stream(text(values, CollectModal.TAGS).split("[\\s,]+"))
                .filter(word -> !word.isBlank())
                .map(FormChecks::tag)
                .map(Tag::toString)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String text(JsonNode values, String field) {
        return values.path(field)
                .path(field)
                .path("value")
                .asString("")
                .strip()
                .replaceAll("\\s+", " ");
    }

    private static String channel(String metadata, String user) {
        try {
            var channel =
                    metadata.isEmpty()
                            ? ""
                            : new JsonMapper().readTree(metadata).path("channel").asString("");
            return channel.isBlank() || channel.indexOf('/') >= 0 ? user : channel;
        } catch (JacksonException e) {
            return user;
        }
    }
}
