package gleaner.app;

import java.util.ArrayList;
import java.util.List;

/// What an import came to, in one line.
final class ImportSummary {

    private ImportSummary() {}

    static String of(String file, String form, Importer.Result result) {
        var counts = result.counts();
        var parts = new ArrayList<String>();
        var fresh = counts.getOrDefault("new", 0L);
        var again = counts.getOrDefault("again", 0L);
        parts.add(count(fresh, "new link"));
        if (again > 0) {
            parts.add(count(again, "share") + " of known links");
        }
        add(parts, counts.getOrDefault("edit", 0L), "edit");
        add(parts, counts.getOrDefault("delete", 0L), "deletion");
        add(parts, counts.getOrDefault("reaction", 0L), "reaction");
        var known = counts.getOrDefault("known", 0L);
        if (known > 0) {
            parts.add(count(known, "message") + " known before");
        }
        if (result.problemCount() > 0) {
            parts.add(count(result.problemCount(), "problem"));
        }
        if (result.events() == 0) {
            return "%s: %s, nothing in it.".formatted(file, form);
        }
        if (fresh + again == 0
                && known == counts.getOrDefault("post", 0L) + known
                && known > 0
                && parts.size() <= 3) {
            return "%s: %s, nothing new: %s."
                    .formatted(file, form, count(known, "message") + " known before");
        }
        return "%s: %s, %s: %s."
                .formatted(file, form, count(result.events(), "event"), String.join(", ", parts));
    }

    private static void add(List<String> parts, long number, String noun) {
        if (number > 0) {
            parts.add(count(number, noun));
        }
    }

    private static String count(long number, String noun) {
        return "%,d %s".formatted(number, number == 1 ? noun : noun + "s");
    }
}
