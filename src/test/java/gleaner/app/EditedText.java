package gleaner.app;

import java.util.ArrayList;
import java.util.List;

/// The text of a draft by its parts, for tests that put them elsewhere.
///
/// @param head what stands before the first heading of a section
/// @param parts each heading of a section or the interview with what is below it
/// @param tail the last words, and all that is below
record EditedText(String head, List<String> parts, String tail) {

    /// How many things [#edited] does.
    static final int KINDS = 6;

    private static final String TAIL = "## That is all for ";

    EditedText {
        parts = List.copyOf(parts);
    }

    static EditedText of(String draft) {
        int tail = draft.indexOf(TAIL);
        int first = Math.min(tail, draft.indexOf("## "));
        var parts = new ArrayList<String>();
        for (var part : draft.substring(first, tail).split("(?m)^(?=## )", -1)) {
            if (!part.isBlank()) {
                parts.add(part);
            }
        }
        return new EditedText(draft.substring(0, first), parts, draft.substring(tail));
    }

    List<String> headings() {
        return parts.stream().map(part -> part.substring(0, part.indexOf('\n'))).toList();
    }

    /// The same with one thing other than it was.
    ///
    /// @param token a new word
    String edited(int what, int which, String token) {
        var changed = new ArrayList<>(parts);
        var newHead = head;
        int at = parts.isEmpty() ? 0 : which % parts.size();
        switch (what % KINDS) {
            case 0 -> changed.add(0, changed.isEmpty() ? "" : changed.remove(at));
            case 1 -> changed.add(changed.isEmpty() ? "" : changed.remove(at));
            case 2 -> {
                if (changed.stream().noneMatch(part -> part.contains("\n**"))) {
                    changed.add(
                            at, "## A chat\n\nHere.\n\n**Why %s?**\n\nBecause.\n\n".formatted(token));
                }
            }
            case 3 -> newHead = head.stripTrailing() + "\n\n- %s\n- *two*\n\n".formatted(token);
            case 4 -> {
                if (!changed.isEmpty()) {
                    changed.set(at, changed.get(at).replaceFirst("\n", " " + token + "\n"));
                }
            }
            default -> {
                if (at > 0) {
                    changed.set(at, changed.get(at).substring(changed.get(at).indexOf('\n') + 1));
                }
            }
        }
        return newHead + String.join("", changed) + tail;
    }
}
