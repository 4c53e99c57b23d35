package gleaner.digest.drafting;

import java.util.ArrayList;
import java.util.List;

/// What the texts of an issue are called while they are read; a link's is its id.
final class Scope {

    static final String INTRO = "intro";
    static final String CLOSING = "closing";
    static final String CHAT_INTRO = "interview intro";

    private static final String TURN = "interview turn ";

    private Scope() {}

    static String turn(int number) {
        return TURN + number;
    }

    /// Those of the issue's own words, in reading order.
    static List<String> ofIssue(EditorWords words) {
        var scopes = new ArrayList<String>();
        scopes.add(INTRO);
        words.chat()
                .ifPresent(chat -> {
                    scopes.add(CHAT_INTRO);
                    for (int i = 1; i <= chat.turns().size(); i++) {
                        scopes.add(turn(i));
                    }
                });
        scopes.add(CLOSING);
        return scopes;
    }

    /// Whether it is of the issue's own words, not of an item.
    static boolean isOfIssue(String scope) {
        return switch (scope) {
            case INTRO, CLOSING, CHAT_INTRO -> true;
            default -> isTurn(scope);
        };
    }

    /// Whether it is what somebody says in the interview.
    static boolean isTurn(String scope) {
        return scope.startsWith(TURN);
    }

    /// What people call it, in Markdown.
    static String told(String scope) {
        return switch (scope) {
            case INTRO -> "the intro";
            case CLOSING -> "the closing";
            case CHAT_INTRO -> "the interview's introduction";
            default ->
                    scope.startsWith(TURN)
                            ? "turn %s of the interview".formatted(scope.substring(TURN.length()))
                            : "the words of `%s`".formatted(scope);
        };
    }

    /// The command that writes it.
    static String command(String scope) {
        return switch (scope) {
            case INTRO, CLOSING, CHAT_INTRO -> "`%s …`".formatted(scope);
            default ->
                    scope.startsWith(TURN)
                            ? "`%s …`".formatted(scope)
                            : "`blurb %s …`".formatted(scope);
        };
    }
}
