package gleaner.digest.format;

import gleaner.digest.prose.Prose;
import gleaner.template.Shown;
import gleaner.template.View;

/// A paragraph for templates.
final class ParagraphView implements View {

    private final Prose words;
    private final PageLanguage in;

    ParagraphView(Prose words, PageLanguage in) {
        this.words = words;
        this.in = in;
    }

    public String kind() {
        return "paragraph";
    }

    public Shown words() {
        return in.words(words);
    }
}
