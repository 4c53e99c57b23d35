package gleaner.digest.drafting;

import gleaner.digest.prose.Prose.Anchor;
import gleaner.digest.prose.Run;
import java.util.List;

/// What goes when a bare URL is taken out of a sentence: the spaces around it, the brackets that it
/// stood in alone, the colon or dash that led to it.
///
/// @param isSeparatedBefore whether a colon or a dash led to it
/// @param isSeparatedAfter whether one followed it at the sentence's beginning
record Gap(
        int from,
        int to,
        boolean isBracketed,
        boolean isSeparatedBefore,
        boolean isSeparatedAfter) {

    private static final String SEPARATORS = ":-–—→|>,";

    static Gap around(String text, Anchor anchor) {
        int from = back(text, anchor.from());
        int to = forth(text, anchor.to());
        var isBracketed =
                from > 0
                        && to < text.length()
                        && "([<".indexOf(text.charAt(from - 1)) >= 0
                        && ")]>".indexOf(text.charAt(to)) >= 0;
        if (isBracketed) {
            from = back(text, from - 1);
            to = forth(text, to + 1);
        }
        int before = from;
        while (before > 0 && SEPARATORS.indexOf(text.charAt(before - 1)) >= 0) {
            before = back(text, before - 1);
        }
        int after = to;
        while (from == 0 && after < text.length() && SEPARATORS.indexOf(text.charAt(after)) >= 0) {
            after = forth(text, after + 1);
        }
        return new Gap(before, after, isBracketed, before < from, after > to);
    }

    private static int back(String text, int at) {
        return at > 0 && text.charAt(at - 1) == ' ' ? at - 1 : at;
    }

    private static int forth(String text, int at) {
        return at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
    }

    /// What stands in its place: a space, unless a mark or nothing follows.
    List<Run> filling(String text) {
        var isEdge = from == 0 || to == text.length() || ".,;:!?…)]".indexOf(text.charAt(to)) >= 0;
        return isEdge ? List.of() : List.of(Run.plain(" "));
    }
}
