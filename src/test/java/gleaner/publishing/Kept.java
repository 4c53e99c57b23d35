package gleaner.publishing;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A memory that outlives the desk.
final class Kept implements PublishingMemory {

    final Map<String, String> notes = new HashMap<>();

    @Override
    public Optional<String> read(String name) {
        return Optional.ofNullable(notes.get(name));
    }

    @Override
    public void write(String name, String text) {
        notes.put(name, text);
    }

    @Override
    public void forget(String name) {
        notes.remove(name);
    }

    @Override
    public boolean claim(String name, Duration life) {
        return notes.putIfAbsent(name, "1") == null;
    }
}
