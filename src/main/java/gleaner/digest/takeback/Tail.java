package gleaner.digest.takeback;

import gleaner.digest.prose.Prose;
import gleaner.digest.prose.Run;
import java.util.Optional;

/// The words of an item without what Gleaner puts behind them: who wrote the page, and further
/// links.
///
/// @param attribution without brackets
record Tail(Prose sentence, Optional<String> attribution) {

    private static final int LONGEST_PART = 80;
    private static final String ENDS = ".!?…。！？\"”'’)\ufffc";

    /// @param known the item's words as they were
    /// @param before the same with what stood behind them
    /// @param attribution that was among it
    static Tail of(
            Prose whole,
            Optional<Prose> known,
            Optional<Prose> before,
            Optional<String> attribution,
            String also) {
        var text = whole.text();
        var same =
                before.flatMap(was ->
                        known.map(words -> tail(was.text(), words.text()))
                                .filter(tail -> !tail.isEmpty() && text.endsWith(tail)));
        if (same.isPresent()) {
            return new Tail(whole.slice(0, text.length() - same.get().length()), attribution);
        }
        int end = withoutAlso(whole, also);
        var given = bracketed(text, end);
        if (given.isEmpty()) {
            return new Tail(whole.slice(0, end), Optional.empty());
        }
        int open = given.get();
        var name = text.substring(open + 1, end - 1);
        var isSame =
                attribution
                        .filter(was -> Sameness.straight(was).equals(Sameness.straight(name)))
                        .isPresent();
        var isWords =
                known.filter(was -> was.text().endsWith(text.substring(open, end))).isPresent();
        if (isSame || (!isWords && isName(whole, open, end, attribution.isPresent()))) {
            return new Tail(whole.slice(0, open - 1), Optional.of(name.strip()));
        }
        return new Tail(whole.slice(0, end), Optional.empty());
    }

    private static String tail(String whole, String words) {
        return whole.startsWith(words) ? whole.substring(words.length()) : "";
    }

    private static int withoutAlso(Prose whole, String also) {
        var text = whole.text();
        int at = text.endsWith(")") ? text.lastIndexOf(" (" + also + ": ") : -1;
        if (at < 0) {
            return text.length();
        }
        int from = at + also.length() + 4;
        var isOnlyLinks = true;
        int linked = from;
        for (var anchor : whole.anchors()) {
            if (anchor.from() >= from) {
                isOnlyLinks &= text.substring(linked, anchor.from()).strip().matches(",?");
                linked = anchor.to();
            }
        }
        return isOnlyLinks && linked == text.length() - 1 ? at : text.length();
    }

    /// Where the bracket opens that closes at the end, a space before it.
    private static Optional<Integer> bracketed(String text, int end) {
        if (end < 3 || text.charAt(end - 1) != ')') {
            return Optional.empty();
        }
        int depth = 0;
        for (int i = end - 1; i > 0 && i > end - 400; i--) {
            var c = text.charAt(i);
            depth += c == ')' ? 1 : c == '(' ? -1 : 0;
            if (depth == 0) {
                return text.charAt(i - 1) == ' ' && i > 1 ? Optional.of(i) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isName(Prose whole, int open, int end, boolean isExpected) {
        var text = whole.text();
        var name = text.substring(open + 1, end - 1).strip();
        if (name.isEmpty()
                || name.indexOf(Run.MARK) >= 0
                || (".!?".indexOf(name.charAt(name.length() - 1)) >= 0 && !name.endsWith("al."))) {
            return false;
        }
        for (var part : name.split("/", 2)) {
            if (part.strip().length() > LONGEST_PART) {
                return false;
            }
        }
        return (isExpected || ENDS.indexOf(text.charAt(open - 2)) >= 0)
                && whole.anchors().stream().noneMatch(anchor -> anchor.to() > open);
    }
}
