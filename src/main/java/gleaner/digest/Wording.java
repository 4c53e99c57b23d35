package gleaner.digest;

/// The words of a draft that are the newsletter's own and not an item's; all of them the team's to
/// change.
///
/// @param title the pattern of a title that no editor gave; `{number}` and `{period}` are filled in
/// @param introPlaceholder Markdown that stands for the intro, in an editor's draft only, until one
///   is written
/// @param signOffHeading above the last words; empty for none
/// @param closing the last line, Markdown; empty for none
/// @param also before further links on one story: "(also: …)"
/// @param notesHeading above what is not ready yet
/// @param question before an interview's question in plain text
/// @param answer before an answer there
/// @param picture before what a picture shows, where it cannot be shown
/// @param chat above an interview that has no heading of its own; `{names}` are those who answer
/// @param chatWithoutNames the same where nobody answers
/// @param untagged above items without a tag, where they stand by tags
public record Wording(
        String title,
        String introPlaceholder,
        String signOffHeading,
        String closing,
        String also,
        String notesHeading,
        String question,
        String answer,
        String picture,
        String chat,
        String chatWithoutNames,
        String untagged) {

    /// English.
    public static final Wording DEFAULT =
            new Wording(
                    "Issue {number}: {period}",
                    "*Cold open: write `intro …`.*",
                    "That is all for this week",
                    "Until the next one.",
                    "also",
                    "Notes for the editor",
                    "Q",
                    "A",
                    "Picture",
                    "A chat with {names}",
                    "A chat",
                    "Everything else");

    /// The title that the pattern gives; without a period, what joined it to the rest goes too.
    public String titled(int number, String period) {
        var title = title().replace("{number}", Integer.toString(number));
        if (!period.isEmpty()) {
            return title.replace("{period}", period);
        }
        int end = title.indexOf("{period}");
        if (end < 0) {
            return title;
        }
        var before = title.substring(0, end);
        int cut = before.length();
        while (cut > 0 && !Character.isLetterOrDigit(before.charAt(cut - 1))) {
            cut--;
        }
        return (before.substring(0, cut) + title.substring(end + "{period}".length())).strip();
    }
}
