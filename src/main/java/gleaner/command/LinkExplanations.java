package gleaner.command;

/// The commands about links and their tags.
final class LinkExplanations {

    static final Explanation ADD =
            new Explanation(
                    "add URL [words] [#tags] [in SECTION]",
                    "Keep a link, with your words and tags.",
                    "The words are its sentence in the draft. A link that was shared before gets another share.",
                    "add https://example.com/post How they did it #k8s",
                    "add https://example.com/post in \"SECTION\"");

    static final Explanation TAG =
            new Explanation(
                    "tag LINK… #tag…",
                    "Put tags on links.",
                    "Contributors tag what they shared themselves.",
                    "tag k3f9 #security #k8s",
                    "tag k3f9, x2b4 #security");

    static final Explanation UNTAG =
            new Explanation(
                    "untag LINK… #tag…",
                    "Take tags off links.",
                    "A tag that is taken off stays off, whichever message brings it again.",
                    "untag k3f9 #k8s");

    static final Explanation WITHDRAW =
            new Explanation(
                    "withdraw LINK…",
                    "Take back what you shared.",
                    "Contributors take back their own shares, editors everybody's. A link of which no share is left is neither"
                            + " listed nor drafted, unless an editor has taken it.",
                    "withdraw k3f9");

    static final Explanation REFRESH =
            new Explanation(
                    "refresh LINK…",
                    "Read the pages of links again.",
                    "For a page that could not be read, or that says something else by now. What editors wrote stays.",
                    "refresh k3f9");

    static final Explanation TAGS_RENAME =
            new Explanation(
                    "tags rename #old #new",
                    "Call a tag something else, on old links and new ones.",
                    "Who writes the old name means the new one from now on.",
                    "tags rename #kubernetes #k8s");

    static final Explanation TAGS_MERGE =
            new Explanation(
                    "tags merge #tag… into #tag",
                    "Make several tags one.",
                    "`merge` is enough. Who writes one of the old names means the one that is left from now on.",
                    "tags merge #kubernetes #kube into #k8s");

    static final Explanation PICK =
            new Explanation(
                    "pick LINK… [in SECTION]",
                    "Take links into the issue.",
                    "Without a link, or with `this`, it is about the message that you answer; so with every command.",
                    "pick k3f9",
                    "pick k3f9 and x2b4 in \"SECTION\"");

    static final Explanation SUGGESTIONS =
            new Explanation(
                    "suggestions",
                    "List links posted elsewhere under hashtags that are followed.",
                    "They are in no list, draft or count until `pick` takes one, and are let go after two weeks.",
                    "suggestions");

    static final Explanation SKIP =
            new Explanation("skip LINK…", "Leave links out.", "", "skip k3f9");

    static final Explanation HOLD =
            new Explanation("hold LINK…", "Keep links for a later issue.", "", "hold k3f9");

    static final Explanation LEAD =
            new Explanation("lead LINK…", "Take links into the lead section.", "", "lead k3f9");

    static final Explanation RESTORE =
            new Explanation(
                    "restore LINK…",
                    "Make links new again, and give back what was withdrawn.",
                    "",
                    "restore k3f9");

    static final Explanation MERGE =
            new Explanation(
                    "merge LINK LINK",
                    "Make two links one, of one page or one story.",
                    "The one that was shared first stays, with the shares, tags, votes and words of both; both ids work.",
                    "merge k3f9 x2b4");

    static final Explanation SPLIT =
            new Explanation(
                    "split LINK",
                    "Take apart what was made one.",
                    "Also what the reading of pages has made one. Each share goes with its own page, and the two stay apart.",
                    "split k3f9");

    static final Explanation SECTION =
            new Explanation(
                    "section LINK… SECTION",
                    "Put links into a section.",
                    "`clear` instead of a section leaves it to the tags again.",
                    "section k3f9 SECTION",
                    "section k3f9 clear");

    static final Explanation MOVE =
            new Explanation(
                    "move LINK… before|after LINK, or to top|bottom|N|SECTION",
                    "Change the order within a section, or the section.",
                    "Several links keep the order in which you name them.",
                    "move k3f9 before x2b4",
                    "move k3f9, x2b4 to top",
                    "move k3f9 to 3",
                    "move k3f9 to SECTION");

    static final Explanation BLURB =
            new Explanation(
                    "blurb LINK words",
                    "Write a link's sentence, in Markdown.",
                    "`clear` or `-` instead of the words goes back to the sharer's.",
                    "blurb k3f9 Ada shows how **not** to run a cluster",
                    "blurb k3f9 clear");

    static final Explanation LINK =
            new Explanation(
                    "link LINK \"words\"",
                    "Say which words of the sentence carry the link.",
                    "`clear` leaves the choice to the draft.",
                    "link k3f9 \"how not to\"",
                    "link k3f9 clear");

    static final Explanation BYLINE =
            new Explanation(
                    "byline LINK Author/Publisher",
                    "Say who wrote and who published a page.",
                    "`-` is none at all; `clear` goes back to what the page says.",
                    "byline k3f9 Ada Lovelace/Engine Weekly",
                    "byline k3f9 -");

    static final Explanation PICTURE =
            new Explanation(
                    "picture LINK URL|page|none \"what it shows\" \"whose it is\"",
                    "Give an item a picture.",
                    "`page` takes the one that the page names. Without a URL the words are for the picture that it has. Where"
                            + " quotes get lost, as in a shell, whose it is stands in brackets at the end. In an"
                            + " intro, a closing, a paragraph or an interview a picture is a paragraph of its own:"
                            + " `![what it shows](https://… \"whose it is\")`.",
                    "picture k3f9 https://example.com/cat.jpg \"A cat on a server rack\" \"Ada Lovelace\"",
                    "picture k3f9 page",
                    "picture k3f9 \"A cat on a server rack\"",
                    "picture k3f9 none");

    static final Explanation NOTE =
            new Explanation(
                    "note LINK words",
                    "Write a note that only editors see.",
                    "`clear` or `-` instead of the words removes it.",
                    "note k3f9 ask Ada first",
                    "note k3f9 -");

    private LinkExplanations() {}
}
