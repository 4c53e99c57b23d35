package gleaner.slack;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The file of a draft that somebody edited and posted again, as the words of a command.
///
/// Whose name is like that of the file that [DraftPost] posts is looked at; whose text does not say
/// that it is a draft's is left alone. See <https://docs.slack.dev/reference/objects/file-object>.
final class EditedDrafts {

    /// What the command begins with; the text follows on the next line.
    static final String COMMAND = "take-back";

    private static final int MOST_BYTES = 8_000_000;
    private static final String REFERENCE = "[//]: # (gleaner draft ";

    private final SlackApi api;

    EditedDrafts(SlackApi api) {
        this.api = api;
    }

    /// The command; only its name where the file could not be read, so that this is told.
    Optional<String> command(JsonNode message) {
        for (var file : message.path("files")) {
            if (isDraft(file)) {
                return text(file);
            }
        }
        return Optional.empty();
    }

    private static boolean isDraft(JsonNode file) {
        var name = file.path("name").asString("").toLowerCase(Locale.ROOT);
        return name.startsWith("draft") && name.endsWith(".md");
    }

    private Optional<String> text(JsonNode file) {
        var url = file.path("url_private_download").asString("");
        if (url.isEmpty()) {
            url = file.path("url_private").asString("");
        }
        if (file.path("size").asLong(0) > MOST_BYTES) {
            return Optional.of(COMMAND);
        }
        try {
            var bytes = bytes(url);
            var text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.contains(REFERENCE) ? Optional.of(COMMAND + "\n" + text) : Optional.empty();
        } catch (CharacterCodingException | SlackFailure _) {
            return Optional.of(COMMAND);
        }
    }

    private byte[] bytes(String url) {
        try {
            return api.download(url, MOST_BYTES);
        } catch (SlackFailure e) {
            if (e.isPassing()) {
                return api.download(url, MOST_BYTES);
            }
            throw e;
        }
    }
}
