package gleaner.command;

import java.util.List;

/// The grammar: every command with its names, who may give it, and how it is explained.
///
/// Help, suggestions, completion and the parser's examples are made from this table alone; every
/// example is a command.
@SuppressWarnings("ImmutableEnumChecker") // its lists are copies, which never change
public enum Verb {
    ADD(
            "add",
            List.of("keep", "share", "save"),
            Right.EVERYBODY,
            "add URL [words] [#tags] [in SECTION]",
            "Keep a link, with your words and tags.",
            "The words are its sentence in the draft. A link that was shared before gets another share.",
            "add https://example.com/post How they did it #k8s",
            "add https://example.com/post in \"SECTION\""),
    TAG(
            "tag",
            List.of("label"),
            Right.SHARER,
            "tag LINK… #tag…",
            "Put tags on links.",
            "Contributors tag what they shared themselves.",
            "tag k3f9 #security #k8s",
            "tag k3f9, x2b4 #security"),
    UNTAG(
            "untag",
            List.of("unlabel"),
            Right.SHARER,
            "untag LINK… #tag…",
            "Take tags off links.",
            "A tag that is taken off stays off, whichever message brings it again.",
            "untag k3f9 #k8s"),
    WITHDRAW(
            "withdraw",
            List.of("retract", "unshare", "remove", "delete", "rm", "del"),
            Right.SHARER,
            "withdraw LINK…",
            "Take back what you shared.",
            "Contributors take back their own shares, editors everybody's. A link of which no share is left is neither"
                    + " listed nor drafted, unless an editor has taken it.",
            "withdraw k3f9"),
    SHOW(
            "show",
            List.of("view", "open", "display"),
            Right.EVERYBODY,
            "show LINK…",
            "Show all that is known of a link.",
            "",
            "show k3f9",
            "show https://example.com/post"),
    REFRESH(
            "refresh",
            List.of("reread", "refetch", "reload", "fetch"),
            Right.EVERYBODY,
            "refresh LINK…",
            "Read the pages of links again.",
            "For a page that could not be read, or that says something else by now. What editors wrote stays.",
            "refresh k3f9"),
    LIST(
            "list",
            List.of("ls", "links", "find", "search", "what"),
            Right.EVERYBODY,
            "list [#tag…] [by NAME] [in CHANNEL] [STATE] [PERIOD] [about WORDS] [page N]",
            "List links, the latest first.",
            "States: new, picked, lead, held, skipped, withdrawn, ran. `by me` are yours. `in` takes a channel, or a"
                    + " section where no channel is so named. Periods: today, this week, last 10 days, since Tuesday,"
                    + " November, 2026-W47, 2026-11-02 to 2026-11-08, 2 Nov - 8 Nov.",
            "list",
            "list #security since Monday",
            "list links tagged #security by ada in #general last week",
            "list picked page 2",
            "list about \"service mesh\""),
    MORE(
            "more",
            List.of("next"),
            Right.EVERYBODY,
            "more",
            "Show the next page of what you listed last.",
            "",
            "more"),
    TAGS(
            "tags",
            List.of("hashtags"),
            Right.EVERYBODY,
            "tags [words]",
            "List tags with how many links they stand on.",
            "With words, only those that hold one of them.",
            "tags",
            "tags sec"),
    TAGS_RENAME(
            "tags rename",
            List.of("rename"),
            Right.EDITOR,
            "tags rename #old #new",
            "Call a tag something else, on old links and new ones.",
            "Who writes the old name means the new one from now on.",
            "tags rename #kubernetes #k8s"),
    TAGS_MERGE(
            "tags merge",
            List.of(),
            Right.EDITOR,
            "tags merge #tag… into #tag",
            "Make several tags one.",
            "`merge` is enough. Who writes one of the old names means the one that is left from now on.",
            "tags merge #kubernetes #kube into #k8s"),
    DIGEST(
            "digest",
            List.of("draft", "newsletter"),
            Right.EVERYBODY,
            "digest [PERIOD] [as markdown|html|text|json] [picked|all]",
            "Draft the newsletter.",
            "Without a period it is the open issue: whatever has not run. `picked` leaves out what no editor took. An"
                    + " editor may change the text and give it back: in a shell by `digest --edit` or `take-back FILE`,"
                    + " in Slack by posting the draft's file again.",
            "digest",
            "digest last week",
            "digest picked as html"),
    ISSUES(
            "issues",
            List.of("archive"),
            Right.EVERYBODY,
            "issues [N]",
            "List the published issues, the latest first.",
            "20 of them, or as many as you say, at most 100.",
            "issues",
            "issues 50"),
    ISSUE(
            "issue",
            List.of(),
            Right.EVERYBODY,
            "issue N [as markdown|html|text|json]",
            "Show a published issue, exactly as it was published.",
            "",
            "issue 41",
            "issue 41 as html"),
    STATS(
            "stats",
            List.of("statistics", "numbers", "counts"),
            Right.EVERYBODY,
            "stats [PERIOD]",
            "Count links, shares, people, tags and votes.",
            "",
            "stats",
            "stats this month"),
    HISTORY(
            "history",
            List.of("log", "acts"),
            Right.EVERYBODY,
            "history [N | LINK… | ACT | issue N]",
            "Show who did what last.",
            "10 acts, or as many as you say, at most 100. Of a link all that was done to it, and of an act, which is named as"
                    + " in `a12`, what was before and after it.",
            "history",
            "history 20",
            "history k3f9",
            "history issue 41",
            "history a12"),
    UNDO(
            "undo",
            List.of("revert", "oops"),
            Right.EVERYBODY,
            "undo [ACT]",
            "Take back the last thing that you did, or any act.",
            "`history` shows the acts with their numbers; who is no editor takes back their own. What somebody has changed"
                    + " since is left as it is, and named. To take back an undo does it again.",
            "undo",
            "undo a12"),
    HELP(
            "help",
            List.of("?", "commands", "usage", "man"),
            Right.EVERYBODY,
            "help [command]",
            "Show what you can say.",
            "",
            "help",
            "help digest"),
    TITLE(
            "title",
            List.of(),
            Right.EDITOR,
            "title words",
            "Write the open issue's title.",
            "`clear` or `-` instead of the words goes back to the number and the days.",
            "title Much ado about nodes",
            "title clear"),
    INTRO(
            "intro",
            List.of("opening"),
            Right.EDITOR,
            "intro [+] words",
            "Write the open issue's first paragraphs, in Markdown.",
            "An empty line ends a paragraph; after `+` comes one more. `clear` or `-` removes them all. Footnotes are"
                    + " written `((words))`, pictures `![what it shows](https://… \"whose it is\")`. A link that is marked"
                    + " by its id, `[words](k3f9)`, stands here and nowhere else; by its URL, also in its section.",
            "intro It was a *long* week.",
            "intro + And it is not over.",
            "intro clear"),
    CLOSING(
            "closing",
            List.of("outro", "signoff"),
            Right.EDITOR,
            "closing [+] words",
            "Write the open issue's last paragraphs, in Markdown.",
            "They stand before the line that ends every issue. After `+` comes one more paragraph; `clear` or `-`"
                    + " removes them all.",
            "closing Thanks to Ada for the tea.",
            "closing clear"),
    HEADING(
            "heading",
            List.of(),
            Right.EDITOR,
            "heading SECTION \"words\"",
            "Say what a section is called in this issue.",
            "`clear` goes back to the usual heading; a section of this issue only is gone then.",
            "heading SECTION \"All the rest\"",
            "heading SECTION clear"),
    NEW_SECTION(
            "new section",
            List.of("new"),
            Right.EDITOR,
            "new section \"words\" [with LINK…]",
            "Make a section for this issue only, and take links into it.",
            "It stands after the lead; its items are paragraphs. `heading` renames it or takes it away.",
            "new section \"Post-invent\" with k3f9 p2xw"),
    WEAVE(
            "weave",
            List.of("paragraph"),
            Right.EDITOR,
            "weave [again] [in SECTION] words",
            "Write a paragraph with several links woven in.",
            "Each link is marked by its id or URL: `[words](k3f9)`. They are all taken, and stand nowhere else; a link"
                    + " that is in another paragraph already needs `again`. The paragraph is the blurb of its first link:"
                    + " `weave` or `blurb` with that link writes it anew, `move` moves it, `blurb k3f9 clear` takes it apart."
                    + " Without a section it is a lead. Footnotes are written `((words))`, `^[words]` or `[^1]` with a line"
                    + " `[^1]: words`; so in every blurb, intro, closing and interview.",
            "weave Ingress [says goodbye](k3f9), and the [guide](x2b4) helps ((if you read it)).",
            "weave in SECTION \"First [this](k3f9), then [that](https://example.com/post).\""),
    INTERVIEW(
            "interview",
            List.of("talk"),
            Right.EDITOR,
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
            "interview remove"),
    CHECK(
            "check",
            List.of("ready"),
            Right.EDITOR,
            "check",
            "Say what the open issue still lacks, and how to mend it.",
            "",
            "check"),
    PUBLISH(
            "publish",
            List.of("freeze"),
            Right.EDITOR,
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
            "publish 41 to buttondown dry run"),
    FEED(
            "feed",
            List.of("rss"),
            Right.EVERYBODY,
            "feed [rss|atom|json] [#tag]",
            "Show the feed of the published issues, or of what ran under a tag.",
            "",
            "feed",
            "feed atom #security"),
    UNPUBLISH(
            "unpublish",
            List.of("reopen"),
            Right.EDITOR,
            "unpublish [N [confirm]]",
            "Take the latest issue back, so that it is open again.",
            "Its links are candidates again as the editors had them. Without `confirm` it only says what would happen.",
            "unpublish 41",
            "unpublish 41 confirm"),
    PICK(
            "pick",
            List.of("take", "choose", "select", "accept"),
            Right.EDITOR,
            "pick LINK… [in SECTION]",
            "Take links into the issue.",
            "Without a link, or with `this`, it is about the message that you answer; so with every command.",
            "pick k3f9",
            "pick k3f9 and x2b4 in \"SECTION\""),
    SUGGESTIONS(
            "suggestions",
            List.of("suggested"),
            Right.EDITOR,
            "suggestions",
            "List links posted elsewhere under hashtags that are followed.",
            "They are in no list, draft or count until `pick` takes one, and are let go after two weeks.",
            "suggestions"),
    SKIP(
            "skip",
            List.of("drop", "reject", "leave"),
            Right.EDITOR,
            "skip LINK…",
            "Leave links out.",
            "",
            "skip k3f9"),
    HOLD(
            "hold",
            List.of("postpone", "later", "defer"),
            Right.EDITOR,
            "hold LINK…",
            "Keep links for a later issue.",
            "",
            "hold k3f9"),
    LEAD(
            "lead",
            List.of("headline", "feature"),
            Right.EDITOR,
            "lead LINK…",
            "Take links into the lead section.",
            "",
            "lead k3f9"),
    RESTORE(
            "restore",
            List.of("reset", "unpick", "unskip", "unhold", "unwithdraw"),
            Right.EDITOR,
            "restore LINK…",
            "Make links new again, and give back what was withdrawn.",
            "",
            "restore k3f9"),
    MERGE(
            "merge",
            List.of("unite", "join", "combine"),
            Right.EDITOR,
            "merge LINK LINK",
            "Make two links one, of one page or one story.",
            "The one that was shared first stays, with the shares, tags, votes and words of both; both ids work.",
            "merge k3f9 x2b4"),
    SPLIT(
            "split",
            List.of("unmerge", "separate"),
            Right.EDITOR,
            "split LINK",
            "Take apart what was made one.",
            "Also what the reading of pages has made one. Each share goes with its own page, and the two stay apart.",
            "split k3f9"),
    SECTION(
            "section",
            List.of("put", "file"),
            Right.EDITOR,
            "section LINK… SECTION",
            "Put links into a section.",
            "`clear` instead of a section leaves it to the tags again.",
            "section k3f9 SECTION",
            "section k3f9 clear"),
    MOVE(
            "move",
            List.of("mv", "order"),
            Right.EDITOR,
            "move LINK… before|after LINK, or to top|bottom|N|SECTION",
            "Change the order within a section, or the section.",
            "Several links keep the order in which you name them.",
            "move k3f9 before x2b4",
            "move k3f9, x2b4 to top",
            "move k3f9 to 3",
            "move k3f9 to SECTION"),
    BLURB(
            "blurb",
            List.of("sentence", "write", "text"),
            Right.EDITOR,
            "blurb LINK words",
            "Write a link's sentence, in Markdown.",
            "`clear` or `-` instead of the words goes back to the sharer's.",
            "blurb k3f9 Ada shows how **not** to run a cluster",
            "blurb k3f9 clear"),
    LINK(
            "link",
            List.of("anchor"),
            Right.EDITOR,
            "link LINK \"words\"",
            "Say which words of the sentence carry the link.",
            "`clear` leaves the choice to the draft.",
            "link k3f9 \"how not to\"",
            "link k3f9 clear"),
    BYLINE(
            "byline",
            List.of("attribution", "credit", "author"),
            Right.EDITOR,
            "byline LINK Author/Publisher",
            "Say who wrote and who published a page.",
            "`-` is none at all; `clear` goes back to what the page says.",
            "byline k3f9 Ada Lovelace/Engine Weekly",
            "byline k3f9 -"),
    PICTURE(
            "picture",
            List.of("image", "photo"),
            Right.EDITOR,
            "picture LINK URL|page|none \"what it shows\" \"whose it is\"",
            "Give an item a picture.",
            "`page` takes the one that the page names. Without a URL the words are for the picture that it has. Where"
                    + " quotes get lost, as in a shell, whose it is stands in brackets at the end. In an"
                    + " intro, a closing, a paragraph or an interview a picture is a paragraph of its own:"
                    + " `![what it shows](https://… \"whose it is\")`.",
            "picture k3f9 https://example.com/cat.jpg \"A cat on a server rack\" \"Ada Lovelace\"",
            "picture k3f9 page",
            "picture k3f9 \"A cat on a server rack\"",
            "picture k3f9 none"),
    NOTE(
            "note",
            List.of("remark", "comment"),
            Right.EDITOR,
            "note LINK words",
            "Write a note that only editors see.",
            "`clear` or `-` instead of the words removes it.",
            "note k3f9 ask Ada first",
            "note k3f9 -");

    private final String word;
    private final List<String> synonyms;
    private final Right right;
    private final String usage;
    private final String line;
    private final String details;
    private final List<String> examples;

    Verb(
            String word,
            List<String> synonyms,
            Right right,
            String usage,
            String line,
            String details,
            String... examples) {
        this.word = word;
        this.synonyms = List.copyOf(synonyms);
        this.right = right;
        this.usage = usage;
        this.line = line;
        this.details = details;
        this.examples = List.of(examples);
    }

    /// As people say it: one word, or two.
    public String word() {
        return word;
    }

    /// What else it may be called, a single word each.
    public List<String> synonyms() {
        return synonyms;
    }

    public Right right() {
        return right;
    }

    /// Its form; capitals stand for what is to be filled in.
    public String usage() {
        return usage;
    }

    /// What it does, in a sentence.
    public String line() {
        return line;
    }

    /// More than the sentence; may be empty.
    public String details() {
        return details;
    }

    /// Commands of this kind; `SECTION` stands for a section that there is.
    public List<String> examples() {
        return examples;
    }

    static Verb of(Command command) {
        return switch (command) {
            case Command.Add _ -> ADD;
            case Command.TagLinks _ -> TAG;
            case Command.UntagLinks _ -> UNTAG;
            case Command.Note _ -> NOTE;
            case Command.Blurb _ -> BLURB;
            case Command.LinkWords _ -> LINK;
            case Command.Attribute _ -> BYLINE;
            case Command.PutIn _ -> SECTION;
            case Command.Pick _ -> PICK;
            case Command.ListSuggestions _ -> SUGGESTIONS;
            case Command.Skip _ -> SKIP;
            case Command.Hold _ -> HOLD;
            case Command.Lead _ -> LEAD;
            case Command.Move _ -> MOVE;
            case Command.Restore _ -> RESTORE;
            case Command.Withdraw _ -> WITHDRAW;
            case Command.MergeLinks _ -> MERGE;
            case Command.Split _ -> SPLIT;
            case Command.Undo _ -> UNDO;
            case Command.Show _ -> SHOW;
            case Command.Refresh _ -> REFRESH;
            case Command.ListLinks _ -> LIST;
            case Command.More _ -> MORE;
            case Command.Tags _ -> TAGS;
            case Command.RenameTag _ -> TAGS_RENAME;
            case Command.MergeTags _ -> TAGS_MERGE;
            case Command.Digest _ -> DIGEST;
            case Command.Title _ -> TITLE;
            case Command.Intro _ -> INTRO;
            case Command.Closing _ -> CLOSING;
            case Command.Heading _ -> HEADING;
            case Command.NewSection _ -> NEW_SECTION;
            case Command.Weave _ -> WEAVE;
            case Command.Talk _ -> INTERVIEW;
            case Command.Picture _ -> PICTURE;
            case Command.Publish _ -> PUBLISH;
            case Command.Unpublish _ -> UNPUBLISH;
            case Command.Feed _ -> FEED;
            case Command.ListIssues _ -> ISSUES;
            case Command.ShowIssue _ -> ISSUE;
            case Command.Check _ -> CHECK;
            case Command.Stats _ -> STATS;
            case Command.History _ -> HISTORY;
            case Command.Help _ -> HELP;
        };
    }
}
