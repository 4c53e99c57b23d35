package gleaner.digest.format;

import gleaner.digest.Note;
import gleaner.template.Shown;
import gleaner.template.View;
import java.util.Locale;

/// What is not ready, for templates.
final class NoteView implements View {

    private final Note note;
    private final PageLanguage in;

    NoteView(Note note, PageLanguage in) {
        this.note = note;
        this.in = in;
    }

    public String kind() {
        return note.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Shown words() {
        return in.note(note);
    }
}
