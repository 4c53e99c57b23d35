package gleaner.command;

import gleaner.store.Snapshot;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/// A published issue as readers get it.
///
/// @param title plain text
/// @param forms its exact text in every form
public record Edition(int number, Instant at, String title, Map<DraftForm, String> forms) {

    public Edition {
        forms = Map.copyOf(forms);
    }

    static Edition of(Snapshot snapshot) {
        var forms = new EnumMap<DraftForm, String>(DraftForm.class);
        for (var form : DraftForm.values()) {
            forms.put(form, snapshot.forms().getOrDefault(form.toString(), ""));
        }
        return new Edition(snapshot.number(), snapshot.at(), snapshot.title(), forms);
    }

    /// The text in that form; empty where there is none.
    public String in(DraftForm form) {
        return forms.getOrDefault(form, "");
    }
}
