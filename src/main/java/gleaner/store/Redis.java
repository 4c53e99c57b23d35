package gleaner.store;

import gleaner.news.GleanerException;
import java.util.function.Supplier;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/// A client, and where it leads, so that what it throws can be told in a sentence of ours.
///
/// @param where for people, without secrets
record Redis(UnifiedJedis client, String where) {

    /// Asks Redis.
    ///
    /// @throws GleanerException (UNAVAILABLE) where it cannot answer
    <T> T guard(Supplier<T> question) {
        try {
            return question.get();
        } catch (JedisException e) {
            throw RedisTrouble.of(e, where);
        }
    }
}
