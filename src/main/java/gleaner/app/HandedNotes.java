package gleaner.app;

import gleaner.publishing.PublishingMemory;
import gleaner.store.Notes;
import java.time.Duration;
import java.util.Optional;

/// Drafts that were made elsewhere, remembered in the newsroom's Redis.
record HandedNotes(Notes notes) implements PublishingMemory {

    private static final Duration YEARS = Duration.ofDays(3650);

    @Override
    public Optional<String> read(String name) {
        return notes.kept(name);
    }

    @Override
    public void write(String name, String text) {
        notes.keep(name, text, YEARS);
    }

    @Override
    public void forget(String name) {
        notes.forget(name);
    }

    @Override
    public boolean claim(String name, Duration life) {
        return notes.claim(name, life);
    }
}
