package gleaner.capture;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Where sentences end, by Unicode's rules (UAX #29) and ICU's list of English abbreviations that
/// do not end one.
final class Sentences {

    /// Abbreviations that people write in messages and that the list lacks.
    private static final String[] MORE = {
        "e.g.", "i.e.", "etc.", "vs.", "cf.", "approx.", "ca.", "incl.", "resp.", "No.", "Nr.",
        "z.B.", "d.h.", "bzw."
    };

    private static final String ENDS = ".!?\u2026\u3002\uff01\uff1f\uff0e\uff61";

    /// Never iterated itself: each use works on a copy, as an iterator holds its text and place.
    private static final BreakIterator RULES = rules();

    private Sentences() {}

    /// The places where sentences begin or end, from 0 to the text's length, ascending.
    static int[] bounds(String text) {
        if (!mayEndInside(text)) {
            return new int[] {0, text.length()};
        }
        BreakIterator rules = RULES.clone();
        rules.setText(text);
        var found = IntStream.builder();
        for (int at = rules.first(); at != BreakIterator.DONE; at = rules.next()) {
            found.add(at);
        }
        return found.build().toArray();
    }

    private static boolean mayEndInside(String text) {
        IntPredicate ends =
                c ->
                        ENDS.indexOf(c) >= 0
                                || c > 0x2FF && Character.getType(c) == Character.OTHER_PUNCTUATION;
        return text.chars().anyMatch(ends);
    }

    private static BreakIterator rules() {
        var builder = FilteredBreakIteratorBuilder.getInstance(ULocale.ENGLISH);
        for (String abbreviation : MORE) {
            builder.suppressBreakAfter(abbreviation);
        }
        return builder.wrapIteratorWithFilter(BreakIterator.getSentenceInstance(ULocale.ENGLISH));
    }
}
