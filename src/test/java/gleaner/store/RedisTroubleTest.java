package gleaner.store;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.GleanerException;
import gleaner.news.GleanerException.Kind;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.exceptions.JedisClusterOperationException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

class RedisTroubleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    OOM command not allowed when used memory > 'maxmemory'. | UNAVAILABLE | R is full (maxmemory reached); raise its maxmemory or delete something.
                    MISCONF Errors writing to the AOF file: No space left   | UNAVAILABLE | R cannot save to its disk and takes no writes; free its disk or mend its permissions, its log says which.
                    NOREPLICAS Not enough good replicas to write.           | UNAVAILABLE | R has lost servers of its replication (NOREPLICAS) and takes no writes; bring them back.
                    BUSY Redis is busy running a script.                    | UNAVAILABLE | R is busy with somebody's script; wait, or end it with SCRIPT KILL.
                    ERR invalid password                                    | UNAVAILABLE | R refused the password of the setting REDIS_URL; check it.
                    ERR DB index is out of range                            | UNAVAILABLE | R has no database of that number; correct the end of the setting REDIS_URL.
                    CROSSSLOT Keys in request don't hash to the same slot   | FAILED      | R refused a command on keys of several slots, which is a mistake of Gleaner's; please report it.
                    WRONGTYPE Operation against a key                       | FAILED      | R refused a command (WRONGTYPE Operation against a key); please report this.
                    ''                                                      | FAILED      | R refused a command (); please report this.
                    """)
    void whatRedisRefusesNamesWhatToMend(String error, Kind kind, String sentence) {
        GleanerException e = RedisTrouble.of(new JedisDataException(error), "R");
        assertThat(e.sentence()).isEqualTo(sentence);
        assertThat(e.kind()).isEqualTo(kind);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(
                        new JedisConnectionException(new UnknownHostException("h")),
                        "R has a host name that is not known; check the setting REDIS_URL and this machine's DNS."),
                Arguments.of(
                        new JedisConnectionException(new SocketTimeoutException("Read timed out")),
                        "R did not answer in time; check that it runs, is not overloaded and that no firewall is in"
                                + " between."),
                Arguments.of(
                        new JedisConnectionException(
                                new SSLHandshakeException("no name matching h")),
                        "R did not agree on TLS (no name matching h); check that it speaks TLS (rediss) or does not"
                                + " (redis), and that its certificate is for that host and from an authority this"
                                + " Java trusts."),
                Arguments.of(
                        new JedisClusterOperationException("No more cluster attempts left."),
                        "R has no node that answers; check that the cluster runs and covers all slots."),
                Arguments.of(
                        new JedisException(
                                "pool",
                                new NoSuchElementException("Timeout waiting for idle object")),
                        "R had no free connection for Gleaner's pool in time; try again, it is busy."),
                Arguments.of(
                        new JedisConnectionException("Unexpected end of stream."),
                        "R cannot be reached (no connection); check that it runs, that the setting REDIS_URL names its"
                                + " host and port, and that no firewall is in between."));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void whatCannotBeReachedNamesWhatToCheck(RuntimeException thrown, String sentence) {
        assertThat(RedisTrouble.of(thrown, "R")).hasMessage(sentence);
    }

    @Test
    void aSentenceOfGleanersOwnIsKept() {
        GleanerException ours = GleanerException.unavailable("The disk is full.");
        assertThat(RedisTrouble.of(ours, "R")).isSameAs(ours);
        assertThat(RedisTrouble.of(new JedisException("pool", ours), "R")).isSameAs(ours);
    }

    @Test
    void whatAStrangerPutsIntoAnErrorCannotBreakTheLine() {
        GleanerException e =
                RedisTrouble.of(
                        new JedisDataException("ERR a\u001b[31m\n\uD800" + "x".repeat(9_000)), "R");
        assertThat(e.sentence()).doesNotContain("\n", "\u001b", "\uD800").hasSizeLessThan(300);
    }
}
