package gleaner.command;

import java.util.List;

/// The grammar: every command with its names and who may give it. How it is explained, says
/// [Explanation].
///
/// Help, suggestions, completion and the parser's examples are made from these tables alone.
@SuppressWarnings("ImmutableEnumChecker") // its lists are copies, which never change
public enum Verb {
    ADD("add", Right.EVERYBODY, "keep", "share", "save"),
    TAG("tag", Right.SHARER, "label"),
    UNTAG("untag", Right.SHARER, "unlabel"),
    WITHDRAW("withdraw", Right.SHARER, "retract", "unshare", "remove", "delete", "rm", "del"),
    SHOW("show", Right.EVERYBODY, "view", "open", "display"),
    REFRESH("refresh", Right.EVERYBODY, "reread", "refetch", "reload", "fetch"),
    LIST("list", Right.EVERYBODY, "ls", "links", "find", "search", "what"),
    MORE("more", Right.EVERYBODY, "next"),
    TAGS("tags", Right.EVERYBODY, "hashtags"),
    TAGS_RENAME("tags rename", Right.EDITOR, "rename"),
    TAGS_MERGE("tags merge", Right.EDITOR),
    DIGEST("digest", Right.EVERYBODY, "draft", "newsletter"),
    ISSUES("issues", Right.EVERYBODY, "archive"),
    ISSUE("issue", Right.EVERYBODY),
    STATS("stats", Right.EVERYBODY, "statistics", "numbers", "counts"),
    HISTORY("history", Right.EVERYBODY, "log", "acts"),
    UNDO("undo", Right.EVERYBODY, "revert", "oops"),
    HELP("help", Right.EVERYBODY, "?", "commands", "usage", "man"),
    TITLE("title", Right.EDITOR),
    INTRO("intro", Right.EDITOR, "opening"),
    CLOSING("closing", Right.EDITOR, "outro", "signoff"),
    HEADING("heading", Right.EDITOR),
    NEW_SECTION("new section", Right.EDITOR, "new"),
    WEAVE("weave", Right.EDITOR, "paragraph"),
    INTERVIEW("interview", Right.EDITOR, "talk"),
    CHECK("check", Right.EDITOR, "ready"),
    PUBLISH("publish", Right.EDITOR, "freeze"),
    FEED("feed", Right.EVERYBODY, "rss"),
    UNPUBLISH("unpublish", Right.EDITOR, "reopen"),
    PICK("pick", Right.EDITOR, "take", "choose", "select", "accept"),
    SUGGESTIONS("suggestions", Right.EDITOR, "suggested"),
    SKIP("skip", Right.EDITOR, "drop", "reject", "leave"),
    HOLD("hold", Right.EDITOR, "postpone", "later", "defer"),
    LEAD("lead", Right.EDITOR, "headline", "feature"),
    RESTORE("restore", Right.EDITOR, "reset", "unpick", "unskip", "unhold", "unwithdraw"),
    MERGE("merge", Right.EDITOR, "unite", "join", "combine"),
    SPLIT("split", Right.EDITOR, "unmerge", "separate"),
    SECTION("section", Right.EDITOR, "put", "file"),
    MOVE("move", Right.EDITOR, "mv", "order"),
    BLURB("blurb", Right.EDITOR, "sentence", "write", "text"),
    LINK("link", Right.EDITOR, "anchor"),
    BYLINE("byline", Right.EDITOR, "attribution", "credit", "author"),
    PICTURE("picture", Right.EDITOR, "image", "photo"),
    NOTE("note", Right.EDITOR, "remark", "comment");

    private final String word;
    private final List<String> synonyms;
    private final Right right;

    Verb(String word, Right right, String... synonyms) {
        this.word = word;
        this.right = right;
        this.synonyms = List.of(synonyms);
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
        return Explanation.of(this).usage();
    }

    /// What it does, in a sentence.
    public String line() {
        return Explanation.of(this).line();
    }

    /// More than the sentence; may be empty.
    public String details() {
        return Explanation.of(this).details();
    }

    /// Commands of this kind; `SECTION` stands for a section that there is.
    public List<String> examples() {
        return Explanation.of(this).examples();
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
