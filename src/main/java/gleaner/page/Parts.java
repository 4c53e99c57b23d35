package gleaner.page;

import java.util.ArrayList;
import java.util.List;

/// The parts of a title that a site has put together: "Headline | Section - Site".
final class Parts {

    /// What stands between parts; those at the beginning are tried first.
    static final List<String> JOINTS =
            List.of(
                    " | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " « ", " ∙ ", " / ",
                    " -- ", "｜", " ~ ", " ⋆ ", "_", "|", ": ");

    private Parts() {}

    /// All parts, whatever stands between them; the text itself is not among them.
    static List<String> of(String text) {
        var parts = new ArrayList<String>();
        for (var joint : JOINTS) {
            int first = text.indexOf(joint);
            int last = text.lastIndexOf(joint);
            if (first > 0) {
                parts.add(text.substring(0, first).strip());
                parts.add(text.substring(last + joint.length()).strip());
                if (last > first) {
                    parts.add(text.substring(0, last).strip());
                    parts.add(text.substring(first + joint.length()).strip());
                }
            }
        }
        int bracket = text.lastIndexOf('[');
        if (bracket > 0 && text.endsWith("]")) {
            parts.add(text.substring(0, bracket).strip());
            parts.add(text.substring(bracket + 1, text.length() - 1).strip());
        }
        parts.removeIf(String::isEmpty);
        return parts;
    }
}
