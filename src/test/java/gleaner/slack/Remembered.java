package gleaner.slack;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A memory that forgets nothing by itself.
final class Remembered implements SlackMemory {

    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, Map<String, Long>> tables = new TreeMap<>();

    @Override
    public void keep(String name, String text, Duration life) {
        texts.put(name, text);
    }

    @Override
    public Optional<String> kept(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    @Override
    public void forget(String name) {
        texts.remove(name);
    }

    @Override
    public boolean claim(String name, Duration life) {
        return texts.putIfAbsent(name, "1") == null;
    }

    @Override
    public void keepAll(List<String> names, Duration life) {
        names.forEach(name -> keep(name, "1", life));
    }

    @Override
    public void raise(String table, Map<String, Long> values) {
        var all = tables.computeIfAbsent(table, _ -> new LinkedHashMap<>());
        values.forEach((member, value) -> all.merge(member, value, Math::max));
    }

    @Override
    public Map<String, Long> table(String table) {
        return tables.getOrDefault(table, Map.of());
    }

    @Override
    public void dropBelow(String table, long value) {
        tables.getOrDefault(table, new LinkedHashMap<>()).values().removeIf(each -> each < value);
    }
}
