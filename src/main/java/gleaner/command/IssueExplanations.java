package gleaner.command;

/// The commands about issues as a whole.
final class IssueExplanations {

    static final Explanation DIGEST =
            new Explanation(
                    "digest [PERIOD] [as markdown|html|text|json] [picked|all]",
                    "Draft the newsletter.",
                    "Without a period it is the open issue: whatever has not run. `picked` leaves out what no editor took. An"
                            + " editor may change the text and give it back: in a shell by `digest --edit` or `take-back FILE`,"
                            + " in Slack by posting the draft's file again.",
                    "digest",
                    "digest last week",
                    "digest picked as html");

    static final Explanation ISSUES =
            new Explanation(
                    "issues [N]",
                    "List the published issues, the latest first.",
                    "20 of them, or as many as you say, at most 100.",
                    "issues",
                    "issues 50");

    static final Explanation ISSUE =
            new Explanation(
                    "issue N [as markdown|html|text|json]",
                    "Show a published issue, exactly as it was published.",
                    "",
                    "issue 41",
                    "issue 41 as html");

    static final Explanation TITLE =
            new Explanation(
                    "title words",
                    "Write the open issue's title.",
                    "`clear` or `-` instead of the words goes back to the number and the days.",
                    "title Much ado about nodes",
                    "title clear");

    static final Explanation INTRO =
            new Explanation(
                    "intro [+] words",
                    "Write the open issue's first paragraphs, in Markdown.",
                    "An empty line ends a paragraph; after `+` comes one more. `clear` or `-` removes them all. Footnotes are"
                            + " written `((words))`, pictures `![what it shows](https://… \"whose it is\")`. A link that is marked"
                            + " by its id, `[words](k3f9)`, stands here and nowhere else; by its URL, also in its section.",
                    "intro It was a *long* week.",
                    "intro + And it is not over.",
                    "intro clear");

    static final Explanation CLOSING =
            new Explanation(
                    "closing [+] words",
                    "Write the open issue's last paragraphs, in Markdown.",
                    "They stand before the line that ends every issue. After `+` comes one more paragraph; `clear` or `-`"
                            + " removes them all.",
                    "closing Thanks to Ada for the tea.",
                    "closing clear");

    static final Explanation HEADING =
            new Explanation(
                    "heading SECTION \"words\"",
                    "Say what a section is called in this issue.",
                    "`clear` goes back to the usual heading; a section of this issue only is gone then.",
                    "heading SECTION \"All the rest\"",
                    "heading SECTION clear");

    static final Explanation NEW_SECTION =
            new Explanation(
                    "new section \"words\" [with LINK…]",
                    "Make a section for this issue only, and take links into it.",
                    "It stands after the lead; its items are paragraphs. `heading` renames it or takes it away.",
                    "new section \"Post-invent\" with k3f9 p2xw");

    static final Explanation WEAVE =
            new Explanation(
                    "weave [again] [in SECTION] words",
                    "Write a paragraph with several links woven in.",
                    "Each link is marked by its id or URL: `[words](k3f9)`. They are all taken, and stand nowhere else; a link"
                            + " that is in another paragraph already needs `again`. The paragraph is the blurb of its first link:"
                            + " `weave` or `blurb` with that link writes it anew, `move` moves it, `blurb k3f9 clear` takes it apart."
                            + " Without a section it is a lead. Footnotes are written `((words))`, `^[words]` or `[^1]` with a line"
                            + " `[^1]: words`; so in every blurb, intro, closing and interview.",
                    "weave Ingress [says goodbye](k3f9), and the [guide](x2b4) helps ((if you read it)).",
                    "weave in SECTION \"First [this](k3f9), then [that](https://example.com/post).\"");

    static final Explanation INTERVIEW =
            new Explanation(
                    "interview [+] \"Name: …\" | this | take THREAD | threads | show | title … | intro [+] … | cut N… | keep N… |"
                            + " move N before|after N | turn N … | rename NAME to NAME | swap [N…] | remove",
                    "Put an interview into the issue.",
                    "From pasted text, in which each turn begins with who speaks (who speaks first asks) or with `Q:` and `A:`;"
                            + " or from a thread that was kept: `threads` lists them, `take` makes a copy. `this`, as an answer in a"
                            + " Mastodon thread, keeps it, `take this` also takes it; Slack has a shortcut. `show` shows the turns'"
                            + " numbers, `swap` makes questions of answers. A thread from a private place is never taken.",
                    "interview Q: Why hats? A: Software is all hats.",
                    "interview threads",
                    "interview this",
                    "interview take 1",
                    "interview title A chat with Ada",
                    "interview intro Ada keeps the *clusters* warm.",
                    "interview cut 3",
                    "interview keep 1-2 5 6",
                    "interview move 3-4 before 1",
                    "interview turn 2 \"Software is all hats.\"",
                    "interview rename ada to \"Ada Lovelace\"",
                    "interview swap",
                    "interview remove");

    static final Explanation CHECK =
            new Explanation(
                    "check",
                    "Say what the open issue still lacks, and how to mend it.",
                    "",
                    "check");

    static final Explanation PUBLISH =
            new Explanation(
                    "publish [N] [picked|all] [to buttondown|ghost|listmonk|file|git [dry run]]",
                    "Publish the open issue and open the next; hand it over as a draft.",
                    "What the draft shows is kept for good, byte for byte, and its links have run. What was held or is new goes on"
                            + " to the next issue; what nobody took for two weeks is let go, until `restore` or another share"
                            + " brings it back. With a number only if that issue is open; with `to`, an earlier one is handed over"
                            + " again. Nothing is ever sent to readers; `dry run` only shows what would be asked, `confirm` writes"
                            + " over a draft that was changed there.",
                    "publish",
                    "publish 41 picked",
                    "publish to ghost",
                    "publish 41 to buttondown dry run");

    static final Explanation FEED =
            new Explanation(
                    "feed [rss|atom|json] [#tag]",
                    "Show the feed of the published issues, or of what ran under a tag.",
                    "",
                    "feed",
                    "feed atom #security");

    static final Explanation UNPUBLISH =
            new Explanation(
                    "unpublish [N [confirm]]",
                    "Take the latest issue back, so that it is open again.",
                    "Its links are candidates again as the editors had them. Without `confirm` it only says what would happen.",
                    "unpublish 41",
                    "unpublish 41 confirm");

    private IssueExplanations() {}
}
