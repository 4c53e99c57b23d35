package gleaner.digest.format;

import gleaner.digest.prose.Prose;
import gleaner.template.Shown;
import gleaner.template.View;

/// A footnote for templates.
final class FootnoteView implements View {

    private final int number;
    private final Prose words;
    private final PageLanguage in;

    FootnoteView(int number, Prose words, PageLanguage in) {
        this.number = number;
        this.words = words;
        this.in = in;
    }

    public int number() {
        return number;
    }

    public Shown mark() {
        return in.mark(number);
    }

    public Shown words() {
        return in.footnote(number, words);
    }
}
