package gleaner.app.config;

import gleaner.digest.Wording;
import java.util.Optional;

/// The `wording` block of `digest`: the words of an issue that are neither an item's nor have a key
/// of their own.
///
/// @param also before further links on one story
/// @param notes above what is not ready yet, for editors
/// @param question before an interview's question in plain text
/// @param answer before its answers
/// @param picture before what a picture shows, in plain text
/// @param chat above an interview, `{names}` being those who answer
/// @param chatWithoutNames the same where nobody answers
/// @param untagged above items without a tag
public record DraftWords(
        String also,
        String notes,
        String question,
        String answer,
        String picture,
        String chat,
        String chatWithoutNames,
        String untagged) {

    static DraftWords standard() {
        var own = Wording.DEFAULT;
        return new DraftWords(
                own.also(),
                own.notesHeading(),
                own.question(),
                own.answer(),
                own.picture(),
                own.chat(),
                own.chatWithoutNames(),
                own.untagged());
    }

    static Optional<DraftWords> read(Value value) {
        var own = standard();
        return value.block(
                        "a block with the keys also, notes, question, answer, picture, chat, chat-without-names"
                                + " and untagged")
                .map(keys -> {
                    var read =
                            new DraftWords(
                                    keys.read("also", own.also(), DraftWords::words),
                                    keys.read("notes", own.notes(), DraftWords::words),
                                    keys.read("question", own.question(), DraftWords::words),
                                    keys.read("answer", own.answer(), DraftWords::words),
                                    keys.read("picture", own.picture(), DraftWords::words),
                                    keys.read("chat", own.chat(), DraftWords::words),
                                    keys.read(
                                            "chat-without-names",
                                            own.chatWithoutNames(),
                                            DraftWords::words),
                                    keys.read("untagged", own.untagged(), DraftWords::words));
                    keys.finish();
                    return read;
                });
    }

    private static Optional<String> words(Value value) {
        var expected = "words on one line";
        return value.text(expected)
                .map(String::strip)
                .flatMap(text ->
                        text.isEmpty() || text.contains("\n")
                                ? value.refuse(expected)
                                : Optional.of(text));
    }

    /// With the words that have keys of their own.
    public Wording with(String title, String intro, String closingHeading, String closing) {
        return new Wording(
                title,
                intro,
                closingHeading,
                closing,
                also,
                notes,
                question,
                answer,
                picture,
                chat,
                chatWithoutNames,
                untagged);
    }
}
