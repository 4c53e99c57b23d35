package gleaner.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where a published issue can be handed over: as a draft, never as a sending.
public enum Destination {
    BUTTONDOWN("Buttondown"),
    GHOST("Ghost"),
    LISTMONK("listmonk"),
    FILE("the folder"),
    GIT("the git work tree");

    private final String shown;

    Destination(String shown) {
        this.shown = shown;
    }

    /// As it stands in a sentence.
    public String shown() {
        return shown;
    }

    /// The one of that name, in any case.
    static Optional<Destination> parse(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        var name = lower.equals("files") || lower.equals("folder") ? "file" : lower;
        return Arrays.stream(values()).filter(each -> each.toString().equals(name)).findFirst();
    }

    /// As people say it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
