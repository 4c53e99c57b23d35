package gleaner.store;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.store.RedisHealth.Finding;
import gleaner.store.RedisHealth.Level;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An operator who reads these sentences knows what to change without reading Redis's manual first.
class RedisHealthTest {

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    @AfterEach
    void restore() {
        redis.client().configSet("maxmemory", "0");
        redis.client().configSet("maxmemory-policy", "noeviction");
        redis.client().configSet("appendonly", "yes");
    }

    @Test
    void aGoodRedisIsFoundGoodAndNothingIsLeftInIt() {
        List<Finding> findings = probe(redis.url());
        assertThat(findings).extracting(Finding::level).containsOnly(Level.OK);
        assertThat(findings.getFirst().sentence())
                .matches("Redis at 127\\.0\\.0\\.1:\\d+ is Redis 6\\.2\\.\\d+\\.");
        assertThat(findings.getLast().sentence()).contains("answers in ");
        assertThat(redis.client().dbSize()).isZero();
    }

    @Test
    void aFullRedisFails() {
        redis.client().configSet("maxmemory", "1");
        assertThat(probe(redis.url()))
                .contains(
                        new Finding(
                                Level.FAIL,
                                where(redis.url()) + " is full (maxmemory reached).",
                                "Raise its maxmemory or delete something."));
    }

    @Test
    void aRedisThatWouldEvictLinksIsWarnedOf() {
        redis.client().configSet("maxmemory-policy", "allkeys-lru");
        assertThat(probe(redis.url()))
                .contains(
                        new Finding(
                                Level.WARN,
                                where(redis.url())
                                        + " throws keys away when it is full (maxmemory-policy"
                                        + " allkeys-lru): links would be lost.",
                                "Set maxmemory-policy to noeviction."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''     | keeps nothing on disk: a restart loses every link.
                    3600 1 | saves only now and then: a crash loses the links since.
                    """)
    void aRedisThatForgetsIsWarnedOf(String save, String words) {
        redis.client().configSet("appendonly", "no");
        redis.client().configSet("save", save);
        try {
            assertThat(probe(redis.url()))
                    .contains(
                            new Finding(
                                    Level.WARN,
                                    where(redis.url()) + " " + words,
                                    "Set appendonly to yes."));
        } finally {
            redis.client().configSet("save", "");
        }
    }

    @Test
    void aMissingPasswordIsAskedFor() {
        String url = "redis://" + redis.url().substring(redis.url().indexOf('@') + 1);
        assertThat(probe(url))
                .containsExactly(
                        new Finding(
                                Level.FAIL,
                                where(url) + " wants a password.",
                                "Put it into the setting REDIS_URL (redis://:password@host:port)."));
    }

    @Test
    void aWrongPasswordIsNamedAndNotRepeated() {
        String url = redis.url().replaceFirst("//:[^@]*@", "//:s3cr3t@");
        assertThat(probe(url))
                .containsExactly(
                        new Finding(
                                Level.FAIL,
                                where(url)
                                        + " refused the user or password of the setting REDIS_URL.",
                                "Check both, and that special characters are percent-encoded."));
    }

    @Test
    void whereNobodyListensTheHostAndPortAreToBeChecked() {
        int port;
        try (FakeRedis gone = FakeRedis.answering(_ -> "")) {
            port = gone.port();
        }
        assertThat(probe("redis://127.0.0.1:" + port))
                .containsExactly(
                        new Finding(
                                Level.FAIL,
                                "Redis at 127.0.0.1:"
                                        + port
                                        + " cannot be reached (Connection refused).",
                                "Check that it runs, that the setting REDIS_URL names its host and"
                                        + " port, and that no firewall is in between."));
    }

    @Test
    void aTooOldRedisFails() {
        try (FakeRedis old = FakeRedis.answering(healthyBut("none", "", "5.0.14"))) {
            assertThat(probe(old.url()))
                    .containsExactly(
                            new Finding(
                                    Level.FAIL,
                                    where(old.url())
                                            + " is version 5.0.14, but Gleaner needs 6.2 or newer.",
                                    "Upgrade it, or leave REDIS_URL unset to use the embedded"
                                            + " one."));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    SET  | READONLY You can't write against a read only replica. | is a read-only replica.
                    SET  | MISCONF Redis is configured to save RDB snapshots.    | cannot save to its disk and takes no writes.
                    SET  | NOPERM this user has no permissions                   | does not let the user of the setting REDIS_URL do what Gleaner needs (all commands but the administrative ones, keys gleaner:*).
                    PING | LOADING Redis is loading the dataset in memory        | is still reading its data.
                    SET  | MOVED 1234 127.0.0.1:7001                             | is a node of a cluster.
                    SET  | CLUSTERDOWN The cluster is down                       | is a cluster of which a part is down or moving (CLUSTERDOWN).
                    PING | ERR max number of clients reached                     | has no connection left (maxclients reached).
                    """)
    void whatRedisAnswersIsTranslated(String command, String error, String words) {
        try (FakeRedis sick =
                FakeRedis.answering(healthyBut(command, "-" + error + "\r\n", "7.4.1"))) {
            assertThat(probe(sick.url()))
                    .filteredOn(finding -> finding.level() == Level.FAIL)
                    .extracting(Finding::sentence)
                    .containsExactly(where(sick.url()) + " " + words);
        }
    }

    @Test
    void aProgramThatIsNoRedisFails() {
        try (FakeRedis web = FakeRedis.answering(_ -> "HTTP/1.1 400 Bad Request\r\n\r\n")) {
            assertThat(probe(web.url())).extracting(Finding::level).containsExactly(Level.FAIL);
        }
    }

    @Test
    void valkeyIsToldByItsOwnVersion() {
        String info = "redis_version:7.2.4\r\nvalkey_version:8.1.0";
        try (FakeRedis valkey =
                FakeRedis.answering(healthyBut("INFO server", FakeRedis.bulk(info), ""))) {
            assertThat(probe(valkey.url()).getFirst().sentence())
                    .isEqualTo(where(valkey.url()) + " is Valkey 8.1.0.");
        }
    }

    private static Function<String, String> healthyBut(
            String start, String answer, String version) {
        return command ->
                command.startsWith(start)
                        ? answer
                        : switch (command.split(" ", -1)[0]) {
                            case "PING" -> "+PONG\r\n";
                            case "INFO" ->
                                    FakeRedis.bulk(
                                            "redis_version:" + version + "\r\naof_enabled:1");
                            case "DEL" -> ":1\r\n";
                            default -> "+OK\r\n";
                        };
    }

    private static List<Finding> probe(String url) {
        try (RedisConnection connection =
                RedisConnection.to(RedisAddress.parse(url), 1, new Random(1))) {
            return connection.probe(new Random(1));
        }
    }

    private static String where(String url) {
        return RedisAddress.parse(url).describe();
    }
}
