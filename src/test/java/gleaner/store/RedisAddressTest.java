package gleaner.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gleaner.news.GleanerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedisAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    redis://localhost                               | Redis at localhost:6379
                    redis://localhost/                              | Redis at localhost:6379
                    REDIS://Cache.Example:7000                      | Redis at Cache.Example:7000
                    rediss://cache.example/3                        | Redis at cache.example:6379 with TLS, database 3
                    redis://u:p@[::1]:6380/1                        | Redis at [::1]:6380, database 1
                    redis://[fe80::1%eth0]                          | Redis at [fe80::1%eth0]:6379
                    redis+sentinel://a,b:26380/mymaster             | Redis master 'mymaster' of the Sentinels at a:26379, b:26380
                    rediss+sentinel://u:p@a:1/main%20one/2          | Redis master 'main one' of the Sentinels at a:1 with TLS, database 2
                    redis+cluster://n1:7001,n2:7002,[::1]:7003      | Redis Cluster at n1:7001, n2:7002, [::1]:7003
                    rediss+cluster://:secret@n1/0                   | Redis Cluster at n1:6379 with TLS
                    """)
    void whatAnAddressReachesIsToldWithoutItsPassword(String setting, String description) {
        assertThat(RedisAddress.parse(setting)).hasToString(description);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    redis://:secret@h           | ''    | secret
                    redis://ann:secret@h        | ann   | secret
                    redis://ann:a+b%2Fc%40d@h   | ann   | a+b/c@d
                    redis://:a:b@c@h            | ''    | a:b@c
                    redis://%C3%A4:%E2%82%AC@h  | ä     | €
                    redis://:100%25@h           | ''    | 100%
                    redis://h                   | ''    | ''
                    """)
    void userAndPasswordArePercentDecoded(String setting, String user, String password) {
        RedisAddress address = RedisAddress.parse(setting);
        assertThat(address.user()).isEqualTo(user);
        assertThat(address.password()).isEqualTo(password);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                          | does not start with redis://, rediss://, redis+sentinel:// or redis+cluster://
                    localhost:6379              | does not start with redis://, rediss://, redis+sentinel:// or redis+cluster://
                    http://s3cr3t@h             | does not start with redis://, rediss://, redis+sentinel:// or redis+cluster://
                    unix:///run/s3cr3t.sock     | names a Unix socket, which Gleaner cannot use; let Redis listen on a port of 127.0.0.1 and write redis://127.0.0.1:6379
                    redis://                    | has a host that is none; write host:port, an IPv6 address in brackets, a comma between hosts
                    redis://:6379               | has a host that is none; write host:port, an IPv6 address in brackets, a comma between hosts
                    redis://::1                 | has a host that is none; write host:port, an IPv6 address in brackets, a comma between hosts
                    redis://[::1]s3cr3t         | has a host that is none; write host:port, an IPv6 address in brackets, a comma between hosts
                    redis://[::1                | has a host that is none; write host:port, an IPv6 address in brackets, a comma between hosts
                    redis://a,,b                | has a host that is none; write host:port, an IPv6 address in brackets, a comma between hosts
                    redis://ann:s3cr3t          | has a port that is not a number from 1 to 65535
                    redis://h:0                 | has a port that is not a number from 1 to 65535
                    redis://h:65536             | has a port that is not a number from 1 to 65535
                    redis://h:                  | has a port that is not a number from 1 to 65535
                    redis://h:٦٣٧٩              | has a port that is not a number from 1 to 65535
                    redis://s3cr3t@h            | has something before @ that is not user:password; a password alone is written as :password@
                    redis://ann:@h              | has an empty password before @; leave out all up to @, or set the variable that it comes from
                    redis://ann:s3/cr3t@h       | has a /, ? or # before its @; in a user or password write / as %2F, ? as %3F and # as %23
                    redis://:s3#cr3t@h          | has a /, ? or # before its @; in a user or password write / as %2F, ? as %3F and # as %23
                    redis://:s3cr3t%@h          | has a % that two hexadecimal digits do not follow, or that does not give UTF-8; write % itself as %25
                    redis://:s3cr3t%FF@h        | has a % that two hexadecimal digits do not follow, or that does not give UTF-8; write % itself as %25
                    redis://h/s3cr3t            | has a database that is not a number
                    redis://h/-1                | has a database that is not a number
                    redis://h/1/2               | has more than a database number after its hosts
                    redis://h?timeout=s3cr3t    | has a part after ? or #, which means nothing here; leave it out
                    redis://a:1,b:2             | names several hosts; write redis+sentinel:// or redis+cluster:// for these
                    redis+cluster://a,a:6379    | names a host twice
                    redis+cluster://a/1         | asks a cluster for a database other than 0, and it has none
                    redis+sentinel://a,b        | does not say which master the Sentinels are asked for; end it with /mymaster or its name
                    redis://a b                 | contains a space or a control character; write it as %20 and the like
                    """)
    void aMistakeIsNamedWithoutAnyPartOfTheSetting(String setting, String what) {
        GleanerException e =
                catchThrowableOfType(GleanerException.class, () -> RedisAddress.parse(setting));
        assertThat(e.sentence()).isEqualTo("The setting REDIS_URL " + what + ".");
        assertThat(e.kind()).isEqualTo(GleanerException.Kind.USAGE);
        assertThat(e.sentence()).doesNotContain("s3cr3t");
    }

    @Test
    void anEndlessSettingIsRefusedAtOnce() {
        GleanerException e =
                catchThrowableOfType(
                        GleanerException.class,
                        () -> RedisAddress.parse("redis://" + "a,".repeat(1_000_000)));
        assertThat(e).hasMessage("The setting REDIS_URL is longer than 4000 characters.");
    }

    @Test
    void halfASurrogatePairInAPasswordIsAMistakeAndNotAQuestionMark() {
        GleanerException e =
                catchThrowableOfType(
                        GleanerException.class, () -> RedisAddress.parse("redis://:a\uD800b@h"));
        assertThat(e).hasMessageContaining("does not give UTF-8");
    }
}
