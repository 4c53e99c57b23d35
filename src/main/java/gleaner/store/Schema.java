package gleaner.store;

import gleaner.news.GleanerException;
import redis.clients.jedis.params.SetParams;

/// The version of what stands in Redis: a newer one than this Gleaner knows is refused, an older
/// one migrated.
final class Schema {

    /// The version that this Gleaner writes.
    static final int VERSION = 1;

    private Schema() {}

    /// Makes sure that this Gleaner may work on that Redis.
    ///
    /// @throws GleanerException (UNAVAILABLE) where a newer Gleaner has written there
    static void check(Redis connection) {
        var redis = connection.client();
        connection.guard(() -> {
            redis.set(Keys.SCHEMA, Integer.toString(VERSION), SetParams.setParams().nx());
            var found = redis.get(Keys.SCHEMA);
            int version;
            try {
                version = Integer.parseInt(found);
            } catch (NumberFormatException e) {
                throw GleanerException.unavailable(
                        "The key '%s' in Redis should hold a number and holds '%s': is this Gleaner's Redis?"
                                .formatted(
                                        Keys.SCHEMA,
                                        gleaner.news.Excerpt.of(String.valueOf(found))));
            }
            if (version > VERSION) {
                throw GleanerException.unavailable(
                        "Redis was written by a newer Gleaner (schema %d, this one knows %d): start the newer one, or point redis.url at another database."
                                .formatted(version, VERSION));
            }
            return version;
        });
    }
}
