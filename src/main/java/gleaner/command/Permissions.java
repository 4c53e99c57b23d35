package gleaner.command;

import gleaner.news.Link;
import gleaner.news.Role;
import java.util.List;
import java.util.Optional;

/// Who may do what: the one place where it is decided, asked before every command and again when
/// its links are known.
final class Permissions {

    private static final String NAMED = "editors are named under 'editors' in config/gleaner.yaml.";

    private Permissions() {}

    /// Why the person may not do it; none where they may.
    static Optional<String> refusal(Command command, Asker asker) {
        return switch (command.verb().right()) {
            case EVERYBODY, SHARER -> Optional.empty();
            case EDITOR ->
                    asker.role() == Role.EDITOR
                            ? Optional.empty()
                            : Optional.of(
                                    "Only an editor can %s; %s"
                                            .formatted(deed(command.verb()), NAMED));
        };
    }

    /// Why the person may not do it to these links; none where they may.
    static Optional<String> refusal(Command command, Asker asker, List<Link> links) {
        var others = links.stream().filter(link -> !new Sight(asker).isSharer(link)).findFirst();
        return switch (command.verb().right()) {
            case EVERYBODY, EDITOR -> refusal(command, asker);
            case SHARER ->
                    asker.role() == Role.EDITOR
                            ? Optional.empty()
                            : others.map(link ->
                                    "You did not share `%s`: only who shared a link, or an editor, can %s it; %s"
                                            .formatted(link.id(), command.verb().word(), NAMED));
        };
    }

    private static String deed(Verb verb) {
        return switch (verb) {
            case TAGS_RENAME -> "rename tags";
            case TAGS_MERGE -> "merge tags";
            case BLURB, NOTE, BYLINE -> "write a " + verb.word();
            case LINK -> "choose the words of a link";
            case SECTION -> "choose sections";
            case LEAD -> "choose leads";
            case TITLE, INTRO, CLOSING -> "write the " + verb.word();
            case HEADING -> "write headings";
            case NEW_SECTION -> "make sections";
            case WEAVE -> "write paragraphs";
            case INTERVIEW -> "write the interview";
            case PICTURE -> "choose pictures";
            case CHECK -> "check the issue";
            case SUGGESTIONS -> "see what is suggested";
            case MERGE -> "merge links";
            case SPLIT -> "split links";
            case ADD,
                    ISSUES,
                    ISSUE,
                    PUBLISH,
                    UNPUBLISH,
                    FEED,
                    TAG,
                    UNTAG,
                    WITHDRAW,
                    SHOW,
                    REFRESH,
                    LIST,
                    MORE,
                    TAGS,
                    DIGEST,
                    STATS,
                    HISTORY,
                    UNDO,
                    HELP,
                    PICK,
                    SKIP,
                    HOLD,
                    RESTORE,
                    MOVE ->
                    verb.word();
        };
    }
}
