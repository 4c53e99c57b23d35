package gleaner.page;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;

/// One or two sentences of what the page is about: its own description, else its first paragraph.
final class Summaries {

    /// The words, and where they were found.
    record Found(String words, String source) {}

    static final int LONGEST = 400;
    private static final int SHORTEST = 25;

    private Summaries() {}

    static Optional<Found> of(
            Document page, Head head, Optional<JsonThing> main, String title, Locale language) {
        var found = new ArrayList<Found>();
        head.all("og:description").forEach(words -> found.add(new Found(words, "og:description")));
        head.all("description", "dc.description", "dcterms.description")
                .forEach(words -> found.add(new Found(words, "description")));
        main.flatMap(thing -> thing.text("description"))
                .ifPresent(words -> found.add(new Found(words, "json-ld")));
        head.all("twitter:description")
                .forEach(words -> found.add(new Found(words, "twitter:description")));
        for (var each : found) {
            var words = sentences(Plain.of(Plain.withoutTags(each.words()), 2000), language);
            if (words.length() >= SHORTEST && !Fold.key(words).equals(Fold.key(title))) {
                return Optional.of(new Found(words, each.source()));
            }
        }
        return paragraph(page, language);
    }

    private static Optional<Found> paragraph(Document page, Locale language) {
        for (var paragraph : page.getElementsByTag("p").stream().limit(60).toList()) {
            var words = Plain.of(Shortly.text(paragraph, 3000), 2000);
            if (words.length() >= 80 && words.indexOf(" | ") < 0) {
                return Optional.of(new Found(sentences(words, language), "paragraph"));
            }
        }
        return Optional.empty();
    }

    /// The first two sentences, as many of them as fit.
    static String sentences(String text, Locale language) {
        if (text.isEmpty()) {
            return text;
        }
        var breaks = BreakIterator.getSentenceInstance(language);
        breaks.setText(text);
        var ends = new ArrayList<Integer>();
        int from = 0;
        for (int end = breaks.next();
                end != BreakIterator.DONE && ends.size() < 2;
                end = breaks.next()) {
            // "Dr. Who" and "e.g. this" are no ends of sentences.
            boolean whole = end - from > 20 || end == text.length();
            if (whole) {
                ends.add(end);
                from = end;
            }
        }
        for (var end : ends.reversed()) {
            var words = text.substring(0, end).strip();
            if (words.length() <= LONGEST) {
                return words;
            }
        }
        return Plain.cut(
                text.substring(0, ends.isEmpty() ? text.length() : ends.getFirst()).strip(),
                LONGEST);
    }

    /// A text's reading time is asked of its words; scripts without spaces count by characters.
    static int minutes(List<String> paragraphs) {
        long words = 0;
        long signs = 0;
        for (var paragraph : paragraphs) {
            boolean in = false;
            for (int i = 0; i < paragraph.length(); i++) {
                char c = paragraph.charAt(i);
                boolean letter = Character.isLetterOrDigit(c);
                if (letter && Character.isIdeographic(c)) {
                    signs++;
                } else if (letter && !in) {
                    words++;
                }
                in = letter;
            }
        }
        return (int) Math.min(600, Math.round(words / 230.0 + signs / 450.0));
    }
}
