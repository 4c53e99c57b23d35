package gleaner.capture;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where sentences end, by Unicode's rules (UAX #29) and ICU's list of English abbreviations that
/// do not end one.
final class Sentences {

    /// Abbreviations that a name or a number may follow, and that the list lacks or does not catch
    /// for their inner dots.
    private static final Set<String> MORE =
            Set.of(
                    "Dr.", "St.", "Gen.", "Sen.", "Gov.", "e.g.", "i.e.", "cf.", "al.", "approx.",
                    "ca.", "incl.", "vs.", "Fig.", "fig.", "p.", "pp.", "vol.", "Vol.", "resp.",
                    "Nr.", "bzw.", "z.B.", "d.h.", "u.a.", "v.");

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
            if (at > 0 && at < text.length() && isAbbreviation(text, at)) {
                continue;
            }
            found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
            found[count++] = at;
        }
        return Arrays.copyOf(found, count);
    }

    private static boolean mayEndInside(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.'
                    || c == '!'
                    || c == '?'
                    || (c > 0x2FF && Character.getType(c) == Character.OTHER_PUNCTUATION)) {
                return true;
            }
        }
        return false;
    }

    private static BreakIterator newRules() {
        return FilteredBreakIteratorBuilder.getInstance(ULocale.ENGLISH)
                .wrapIteratorWithFilter(BreakIterator.getSentenceInstance(ULocale.ENGLISH));
    }

    /// Whether the word before this place is one that is never the last of a sentence, or an
    /// initial.
    private static boolean isAbbreviation(String text, int place) {
        int end = place;
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        if (end == 0 || text.charAt(end - 1) != '.') {
            return false;
        }
        int start = end - 1;
        while (start > 0 && end - start < 8 && isInWord(text.charAt(start - 1))) {
            start--;
        }
        boolean initial = end - start == 2 && Character.isUpperCase(text.charAt(start));
        return (initial && text.charAt(start) != 'I') || MORE.contains(text.substring(start, end));
    }

    private static boolean isInWord(char c) {
        return c == '.' || Character.isLetterOrDigit(c);
    }
}
