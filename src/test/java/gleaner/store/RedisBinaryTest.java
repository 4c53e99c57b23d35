package gleaner.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gleaner.news.GleanerException;
import gleaner.store.RedisBinary.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Somebody with a machine for which no server is bundled learns how to get one.
class RedisBinaryTest {

    @TempDir Path temp;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Linux      | amd64   | redis-server-6.2.6-v5-linux-amd64, redis-server-6.2.7-linux-386
                    Linux      | aarch64 | redis-server-6.2.7-linux-arm64
                    Linux      | i386    | redis-server-6.2.7-linux-386
                    Linux      | riscv64 | ''
                    Mac OS X   | aarch64 | redis-server-6.2.6-v5-darwin-arm64
                    Mac OS X   | x86_64  | redis-server-6.2.6-v5-darwin-amd64
                    Windows 11 | amd64   | ''
                    """)
    void thePlatformDecidesWhichAreBundled(String os, String arch, String names) {
        assertThat(String.join(", ", new Platform(os, arch, "").bundled())).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    redis-server  | Redis server v=7.2.5 sha=00000000:0 malloc=libc bits=64 build=1 | 7.2
                    valkey-server | Valkey server v=8.1.0 sha=00000000:0 malloc=libc bits=64        | 8.1
                    """)
    void whereNoneIsBundledOneOfThePathIsTaken(String program, String says, String version)
            throws IOException {
        Path bin = script(program, "echo '" + says + "'");
        RedisBinary found =
                RedisBinary.find(
                        temp, new Platform("Linux", "riscv64", bin.toString()), RedisVersion.FLOOR);
        assertThat(found.file()).isEqualTo(bin.resolve(program));
        assertThat(found.version()).hasToString(version);
    }

    @Test
    void aBundledOneThatDoesNotRunHereGivesWayToThePath() throws IOException {
        Path bin = script("redis-server", "echo 'Redis server v=6.2.14 sha=0'");
        RedisBinary found =
                RedisBinary.find(
                        temp,
                        new Platform("Mac OS X", "aarch64", bin.toString()),
                        RedisVersion.FLOOR);
        assertThat(found.file()).isEqualTo(bin.resolve("redis-server"));
    }

    @Test
    void whatWasTriedIsToldWhenNoneRuns() throws IOException {
        Path bin = script("redis-server", "echo 'Redis server v=5.0.3 sha=0'");
        script("valkey-server", "echo 'libssl.so.3: cannot open shared object file'; exit 127");
        GleanerException e =
                catchThrowableOfType(
                        GleanerException.class,
                        () ->
                                RedisBinary.find(
                                        temp,
                                        new Platform("FreeBSD", "amd64", "relative::" + bin),
                                        RedisVersion.FLOOR));
        assertThat(e.kind()).isEqualTo(GleanerException.Kind.UNAVAILABLE);
        assertThat(e)
                .hasMessage(
                        "No redis-server of version 6.2 or newer runs here (tried: none is bundled for FreeBSD amd64; "
                                + bin
                                + "/redis-server: is version 5.0; "
                                + bin
                                + "/valkey-server: exit code 127, \"libssl.so.3: cannot open shared object file\";"
                                + " redis-server and valkey-server on the PATH); install Redis or Valkey, or set"
                                + " REDIS_URL to one that runs elsewhere.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    6.2.11      | 6.2
                    8.0         | 8.0
                    7.4.0-rc1   | 7.4
                    6           | ''
                    x.2         | ''
                    6.          | ''
                    .2          | ''
                    99999999.1  | ''
                    ٦.٢         | ''
                    """)
    void aVersionIsItsFirstTwoNumbers(String text, String version) {
        assertThat(RedisVersion.parse(text).map(RedisVersion::toString).orElse(""))
                .isEqualTo(version);
    }

    private Path script(String name, String body) throws IOException {
        Path bin = Files.createDirectories(temp.resolve("bin"));
        Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return bin;
    }
}
