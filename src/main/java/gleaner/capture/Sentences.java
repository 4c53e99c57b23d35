package gleaner.capture;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Where sentences end, by Unicode's rules (UAX #29) and ICU's list of English abbreviations that
/// do not end one.
final class Sentences {

    /// Abbreviations that people write in messages and that the list lacks.
    private static final String[] MORE = {
        "e.g.", "i.e.", "etc.", "vs.", "cf.", "approx.", "ca.", "incl.", "resp.", "No.", "Nr.",
        "z.B.", "d.h.", "bzw."
    };

    /// Never iterated itself: each use works on a copy, as an iterator holds its text and place.
    private static final BreakIterator RULES = newRules();

    private @Nullable BreakIterator rules;

    /// The places where sentences begin or end, from 0 to the text's length, ascending.
    int[] bounds(String text) {
        if (!mayEndInside(text)) {
            return new int[] {0, text.length()};
        }
        BreakIterator iterator = rules == null ? RULES.clone() : rules;
        rules = iterator;
        iterator.setText(text);
        int[] found = new int[8];
        int count = 0;
        for (int at = iterator.first(); at != BreakIterator.DONE; at = iterator.next()) {
            found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
            found[count++] = at;
        }
        return Arrays.copyOf(found, count);
    }

    private static boolean mayEndInside(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' || c == '!' || c == '?' || c > 0x2FF && Character.getType(c) == Character.OTHER_PUNCTUATION) {
                return true;
            }
        }
        return false;
    }

    private static BreakIterator newRules() {
        var builder = FilteredBreakIteratorBuilder.getInstance(ULocale.ENGLISH);
        for (String abbreviation : MORE) {
            builder.suppressBreakAfter(abbreviation);
        }
        return builder.wrapIteratorWithFilter(BreakIterator.getSentenceInstance(ULocale.ENGLISH));
    }
}
