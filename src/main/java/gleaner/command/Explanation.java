package gleaner.command;

import java.util.List;

/// How a command is explained. Every example is a command.
///
/// @param usage its form; capitals stand for what is to be filled in
/// @param line what it does, in a sentence
/// @param details more than the sentence; may be empty
/// @param examples commands of this kind; `SECTION` stands for a section that there is
record Explanation(String usage, String line, String details, List<String> examples) {

    Explanation {
        examples = List.copyOf(examples);
    }

    Explanation(String usage, String line, String details, String... examples) {
        this(usage, line, details, List.of(examples));
    }

    static Explanation of(Verb verb) {
        return switch (verb) {
            case ADD -> LinkExplanations.ADD;
            case TAG -> LinkExplanations.TAG;
            case UNTAG -> LinkExplanations.UNTAG;
            case WITHDRAW -> LinkExplanations.WITHDRAW;
            case SHOW -> AskingExplanations.SHOW;
            case REFRESH -> LinkExplanations.REFRESH;
            case LIST -> AskingExplanations.LIST;
            case MORE -> AskingExplanations.MORE;
            case TAGS -> AskingExplanations.TAGS;
            case TAGS_RENAME -> LinkExplanations.TAGS_RENAME;
            case TAGS_MERGE -> LinkExplanations.TAGS_MERGE;
            case DIGEST -> IssueExplanations.DIGEST;
            case ISSUES -> IssueExplanations.ISSUES;
            case ISSUE -> IssueExplanations.ISSUE;
            case STATS -> AskingExplanations.STATS;
            case HISTORY -> AskingExplanations.HISTORY;
            case UNDO -> AskingExplanations.UNDO;
            case HELP -> AskingExplanations.HELP;
            case TITLE -> IssueExplanations.TITLE;
            case INTRO -> IssueExplanations.INTRO;
            case CLOSING -> IssueExplanations.CLOSING;
            case HEADING -> IssueExplanations.HEADING;
            case NEW_SECTION -> IssueExplanations.NEW_SECTION;
            case WEAVE -> IssueExplanations.WEAVE;
            case INTERVIEW -> IssueExplanations.INTERVIEW;
            case CHECK -> IssueExplanations.CHECK;
            case PUBLISH -> IssueExplanations.PUBLISH;
            case FEED -> IssueExplanations.FEED;
            case UNPUBLISH -> IssueExplanations.UNPUBLISH;
            case PICK -> LinkExplanations.PICK;
            case SUGGESTIONS -> LinkExplanations.SUGGESTIONS;
            case SKIP -> LinkExplanations.SKIP;
            case HOLD -> LinkExplanations.HOLD;
            case LEAD -> LinkExplanations.LEAD;
            case RESTORE -> LinkExplanations.RESTORE;
            case MERGE -> LinkExplanations.MERGE;
            case SPLIT -> LinkExplanations.SPLIT;
            case SECTION -> LinkExplanations.SECTION;
            case MOVE -> LinkExplanations.MOVE;
            case BLURB -> LinkExplanations.BLURB;
            case LINK -> LinkExplanations.LINK;
            case BYLINE -> LinkExplanations.BYLINE;
            case PICTURE -> LinkExplanations.PICTURE;
            case NOTE -> LinkExplanations.NOTE;
        };
    }
}
