package gleaner.store;

import gleaner.news.GleanerException;
import java.util.function.Supplier;
import redis.clients.jedis.exceptions.JedisException;

/// Where Redis fails, Gleaner's own sentence takes the place of Jedis's exception.
final class RedisFailure {

    private RedisFailure() {}

    /// Asks Redis.
    ///
    /// @throws GleanerException (UNAVAILABLE) where it cannot answer
    static <T> T guard(Supplier<T> question) {
        try {
            return question.get();
        } catch (JedisException e) {
            throw new GleanerException(
                    GleanerException.Kind.UNAVAILABLE, "Redis did not answer as expected: " + e.getMessage(), e);
        }
    }
}
