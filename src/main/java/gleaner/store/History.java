package gleaner.store;

import gleaner.news.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.resps.StreamEntry;

/// What was done, as it was filed.
final class History {

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
                        .flatMap(id -> redis.xrange(keys.history(), id, id).stream().findFirst())
                        .map(entry -> pastAct(entry, 0)));
    }

    List<PastAct> acts(int skip, int count) {
        return connection.guard(() -> {
            // An act that is done in between would shift the numbers.
            while (true) {
                var length = redis.xlen(keys.history());
                var entries =
                        redis.xrevrange(keys.history(), (StreamEntryID) null, null, skip + count);
                if (redis.xlen(keys.history()) == length) {
                    return IntStream.range(Math.min(skip, entries.size()), entries.size())
                            .mapToObj(i -> pastAct(entries.get(i), length - i))
                            .toList();
                }
            }
        });
    }

    Optional<PastAct> act(long number) {
        return connection.guard(() -> {
            // The history is never cut, so an act's place from its beginning stays the same.
            var length = redis.xlen(keys.history());
            if (number < 1 || number > length) {
                return Optional.empty();
            }
            var entries =
                    redis.xrange(
                            keys.history(),
                            (StreamEntryID) null,
                            null,
                            (int) Math.min(number, Integer.MAX_VALUE));
            return Optional.of(pastAct(entries.getLast(), number));
        });
    }

    boolean isUndone(PastAct act) {
        return connection.guard(() -> redis.hexists(keys.undone(), act.id()));
    }

    private static PastAct pastAct(StreamEntry entry, long number) {
        var act = entry.getFields().get("act");
        return ActCodec.read(entry.getID().toString(), number, String.valueOf(act));
    }
}
