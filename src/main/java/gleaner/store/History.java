package gleaner.store;

import gleaner.news.PersonId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.resps.StreamEntry;

/// What was done, as it was filed.
final class History {

    private static final int AT_ONCE = 1_000;

    private final Redis connection;
    private final UnifiedJedis redis;
    private final Keys keys;

    History(Redis connection, Keys keys) {
        this.connection = connection;
        this.redis = connection.client();
        this.keys = keys;
    }

    Optional<PastAct> lastActOf(PersonId person) {
        return connection.guard(() ->
                Optional.ofNullable(redis.lindex(keys.acts(person), 0))
                        .flatMap(id -> entry(id))
                        .map(entry ->
                                pastAct(
                                        entry,
                                        numbers(List.of(id(entry))).getOrDefault(id(entry), 0L))));
    }

    List<PastAct> last(int count) {
        return connection.guard(
                () -> acts(redis.xrevrange(keys.history(), (StreamEntryID) null, null, count)));
    }

    List<PastAct> before(PastAct act, int count) {
        return connection.guard(
                () -> acts(redis.xrevrange(keys.history(), "(" + act.id(), "-", count)));
    }

    private List<PastAct> acts(List<StreamEntry> entries) {
        var numbers = numbers(entries.stream().map(History::id).toList());
        return entries.stream()
                .map(entry -> pastAct(entry, numbers.getOrDefault(id(entry), 0L)))
                .toList();
    }

    Optional<PastAct> act(long number) {
        return connection.guard(() -> {
            if (number < 1 || number > redis.xlen(keys.history())) {
                return Optional.empty();
            }
            var id =
                    id(number)
                            .or(() -> {
                                count();
                                return id(number);
                            });
            return id.flatMap(this::entry).map(entry -> pastAct(entry, number));
        });
    }

    /// The numbers of the acts of those ids.
    Map<String, Long> numbers(Collection<String> ids) {
        return connection.guard(() -> {
            var numbers = readNumbers(ids);
            if (numbers.size() == Set.copyOf(ids).size()) {
                return numbers;
            }
            count();
            return readNumbers(ids);
        });
    }

    private Map<String, Long> readNumbers(Collection<String> ids) {
        var numbers = new HashMap<String, Long>();
        fields(keys.numbers(), ids).forEach((id, number) -> numbers.put(id, Long.valueOf(number)));
        return numbers;
    }

    /// Those of the acts that were taken back and have not been done again since.
    Set<String> undone(Collection<String> ids) {
        return connection.guard(() -> fields(keys.undone(), ids).keySet());
    }

    private Map<String, String> fields(String key, Collection<String> names) {
        var asked = List.copyOf(names);
        var found = new HashMap<String, String>();
        if (!asked.isEmpty()) {
            var values = redis.hmget(key, asked.toArray(String[]::new));
            for (int i = 0; i < asked.size(); i++) {
                var name = asked.get(i);
                Optional.ofNullable(values.get(i)).ifPresent(value -> found.put(name, value));
            }
        }
        return found;
    }

    /// Numbers what was filed before acts were numbered as they were done: by their places, as the
    /// history is never cut.
    private void count() {
        var number = 0L;
        var last = "-";
        while (true) {
            var entries = redis.xrange(keys.history(), last, "+", AT_ONCE);
            if (entries.isEmpty()) {
                return;
            }
            var numbers = new HashMap<String, String>();
            for (var entry : entries) {
                number++;
                numbers.put(id(entry), Long.toString(number));
                numbers.put(Long.toString(number), id(entry));
            }
            redis.hset(keys.numbers(), numbers);
            last = "(" + id(entries.getLast());
        }
    }

    private Optional<String> id(long number) {
        return Optional.ofNullable(redis.hget(keys.numbers(), Long.toString(number)));
    }

    private static String id(StreamEntry entry) {
        return entry.getID().toString();
    }

    private Optional<StreamEntry> entry(String id) {
        return redis.xrange(keys.history(), id, id).stream().findFirst();
    }

    private static PastAct pastAct(StreamEntry entry, long number) {
        var act = entry.getFields().get("act");
        return ActCodec.read(id(entry), number, String.valueOf(act));
    }
}
