package gleaner.command;

/// The commands that show what there is and what was done, and take that back.
final class AskingExplanations {

    static final Explanation SHOW =
            new Explanation(
                    "show LINK…",
                    "Show all that is known of a link.",
                    "",
                    "show k3f9",
                    "show https://example.com/post");

    static final Explanation LIST =
            new Explanation(
                    "list [#tag…] [by NAME] [in CHANNEL] [STATE] [PERIOD] [about WORDS] [page N]",
                    "List links, the latest first.",
                    "States: new, picked, lead, held, skipped, withdrawn, ran. `by me` are yours. `in` takes a channel, or a"
                            + " section where no channel is so named. Periods: today, this week, last 10 days, since Tuesday,"
                            + " November, 2026-W47, 2026-11-02 to 2026-11-08, 2 Nov - 8 Nov.",
                    "list",
                    "list #security since Monday",
                    "list links tagged #security by ada in #general last week",
                    "list picked page 2",
                    "list about \"service mesh\"");

    static final Explanation MORE =
            new Explanation("more", "Show the next page of what you listed last.", "", "more");

    static final Explanation TAGS =
            new Explanation(
                    "tags [words]",
                    "List tags with how many links they stand on.",
                    "With words, only those that hold one of them.",
                    "tags",
                    "tags sec");

    static final Explanation STATS =
            new Explanation(
                    "stats [PERIOD]",
                    "Count links, shares, people, tags and votes.",
                    "",
                    "stats",
                    "stats this month");

    static final Explanation HISTORY =
            new Explanation(
                    "history [N | LINK… | ACT | issue N]",
                    "Show who did what last.",
                    "10 acts, or as many as you say, at most 100. Of a link all that was done to it, and of an act, which is named as"
                            + " in `a12`, what was before and after it.",
                    "history",
                    "history 20",
                    "history k3f9",
                    "history issue 41",
                    "history a12");

    static final Explanation UNDO =
            new Explanation(
                    "undo [ACT]",
                    "Take back the last thing that you did, or any act.",
                    "`history` shows the acts with their numbers; who is no editor takes back their own. What somebody has changed"
                            + " since is left as it is, and named. To take back an undo does it again.",
                    "undo",
                    "undo a12");

    static final Explanation HELP =
            new Explanation("help [command]", "Show what you can say.", "", "help", "help digest");

    private AskingExplanations() {}
}
