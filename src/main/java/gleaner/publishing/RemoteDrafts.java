package gleaner.publishing;

import gleaner.command.Publishers.Handed;
import gleaner.markdown.Plain;
import gleaner.news.Excerpt;
import gleaner.news.GleanerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// One draft for each issue at a publisher, whatever breaks off in between.
///
/// What is about to be made is noted before and after. A draft that somebody changed there is not
/// written over without being told to, and one that is no draft any more is never touched.
final class RemoteDrafts {

    private final PublishingMemory memory;
    private final Remote remote;

    RemoteDrafts(PublishingMemory memory, Remote remote) {
        this.memory = memory;
        this.remote = remote;
    }

    Handed hand(int issue, Letter raw, boolean isConfirmed) {
        var letter = remote.letter(raw);
        try {
            return handed(issue, letter, isConfirmed);
        } catch (Trouble trouble) {
            throw trouble.forPeople();
        }
    }

    String rehearse(int issue, Letter raw, String scheme) {
        var asks = remote.rehearse(issue, note(issue), remote.letter(raw));
        return asks.stream().map(ask -> shown(ask, scheme)).collect(Collectors.joining("\n\n"));
    }

    private String shown(Ask ask, String scheme) {
        var lines = new ArrayList<String>();
        lines.add(ask.method() + " " + remote.place().base() + ask.path());
        lines.add("Authorization: " + scheme + " …");
        ask.headers().forEach((name, value) -> lines.add(name + ": " + value));
        ask.body().ifPresent(body -> lines.add("\n" + body));
        return String.join("\n", lines);
    }

    private Handed handed(int issue, Letter letter, boolean isConfirmed) {
        var note = note(issue);
        var found =
                Optional.of(note.id())
                        .filter(id -> !id.isEmpty())
                        .flatMap(remote::read)
                        .or(() -> remote.find(issue, note.trial()));
        if (found.isEmpty()) {
            return made(issue, note, letter);
        }
        var stored = found.get();
        if (!stored.isDraft()) {
            throw GleanerException.failed(
                    "Issue %d is no draft in %s any more (%s): %s. Nothing was changed there."
                            .formatted(issue, name(), plain(stored.status()), url(stored)));
        }
        var isSame =
                stored.letter().equals(letter)
                        || (note.isAsLeft(stored)
                                && note.sent().equals(letter.seal())
                                && !stored.letter().body().isBlank());
        if (isSame) {
            remember(issue, note.made(stored.id(), stored.letter(), letter));
            return new Handed(
                    "unchanged",
                    "Issue %d is a draft in %s already, as it is: %s"
                            .formatted(issue, name(), url(stored)),
                    Optional.of(stored.url()));
        }
        if (!note.isAsLeft(stored) && !isConfirmed) {
            throw GleanerException.failed(
                    "The draft of issue %d in %s was changed there by hand: %s. `publish %d to %s confirm` writes over it."
                            .formatted(issue, name(), url(stored), issue, remote.destination()));
        }
        var updated = remote.update(stored, letter);
        return readBack(issue, note, updated, letter, "updated");
    }

    private Handed made(int issue, Note before, Letter letter) {
        var trying = before.trying(letter);
        remember(issue, trying);
        Stored stored;
        try {
            stored = remote.make(issue, trying.trial().orElseThrow());
        } catch (Trouble trouble) {
            if (!trouble.isUncertain()) {
                remember(issue, before);
            }
            throw trouble;
        }
        remember(issue, trying.made(stored.id(), letter, letter));
        return readBack(issue, trying, stored, letter, "made");
    }

    /// What is stored is what counts: a publisher may take a text and keep nothing of it.
    private Handed readBack(int issue, Note note, Stored written, Letter letter, String outcome) {
        var what =
                "The draft of issue %d was %s in %s: %s"
                        .formatted(issue, outcome, name(), url(written));
        Optional<Stored> read;
        try {
            read = remote.read(written.id());
        } catch (Trouble trouble) {
            remember(issue, note.made(written.id(), letter, letter));
            return new Handed(
                    outcome,
                    what
                            + "\n\nIt could not be read back, so look at it there: "
                            + trouble.sentence(),
                    Optional.of(written.url()));
        }
        if (read.isEmpty()) {
            throw GleanerException.failed(
                    what + "\n\nBut it is not there any more when it is read back; look there.");
        }
        var there = read.get();
        remember(issue, note.made(there.id(), there.letter(), letter));
        if (!there.isDraft()) {
            throw GleanerException.failed(
                    "%s\n\nBut it is no draft there, it is “%s”: stop it there at once."
                            .formatted(what, plain(there.status())));
        }
        if (there.letter().body().isBlank() && !letter.body().isBlank()) {
            throw GleanerException.failed(
                    what
                            + "\n\nBut its text is empty there, so do not send it: `publish %d to %s` tries again."
                                    .formatted(issue, remote.destination()));
        }
        var differences = differences(there, letter);
        var told =
                differences.isEmpty()
                        ? what
                        : "%s\n\nWhat is stored there is not quite what was sent: %s. Look at it before you send it."
                                .formatted(what, String.join("; ", differences));
        return new Handed(outcome, told, Optional.of(there.url()));
    }

    private static List<String> differences(Stored stored, Letter letter) {
        var found = new ArrayList<String>();
        if (!stored.letter().title().equals(letter.title())) {
            found.add("the title is “%s”".formatted(plain(stored.letter().title())));
        }
        var there = stored.letter().body();
        if (!there.equals(letter.body())) {
            int same = 0;
            var most = Math.min(there.length(), letter.body().length());
            while (same < most && there.charAt(same) == letter.body().charAt(same)) {
                same++;
            }
            var from = Math.max(0, same - 10);
            found.add(
                    "the text has %d characters in the place of %d and is another one from “%s” on"
                            .formatted(
                                    there.length(),
                                    letter.body().length(),
                                    plain(
                                            letter.body()
                                                    .substring(
                                                            from,
                                                            Math.min(
                                                                    letter.body().length(),
                                                                    from + 40)))));
        }
        return found;
    }

    private String name() {
        return remote.destination().shown();
    }

    private static String url(Stored stored) {
        return Plain.isWeb(stored.url()) ? Plain.autolink(stored.url()) : plain(stored.url());
    }

    private static String plain(String text) {
        return Plain.words(Excerpt.of(text, 100));
    }

    private Note note(int issue) {
        return memory.read(key(issue)).map(Note::read).orElse(Note.NONE);
    }

    private void remember(int issue, Note note) {
        memory.write(key(issue), note.write());
    }

    private String key(int issue) {
        return remote.destination() + ":" + issue;
    }
}
