package gleaner.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/// A Lua script of ours: Redis runs it as one step. Sent by its digest, and in full where a server
/// does not know it (a new one, or one that was restarted).
final class Script {

    static final Script WRITE = new Script("write");
    static final Script APPEND = new Script("append");
    static final Script COMMIT = new Script("merge", "commit");
    static final Script SEND = new Script("send");
    static final Script PAGES = new Script("pages");
    static final Script LOOKS = new Script("looks");
    static final Script TURNS = new Script("turns");
    static final Script HOLD = new Script("hold");

    private final String source;
    private final String sha;

    /// @param names of the files, read one after another
    private Script(String... names) {
        source =
                Stream.of(names).map(name -> read(name + ".lua")).collect(Collectors.joining("\n"));
        sha = sha1(source);
    }

    private static String read(String name) {
        try (InputStream in = Script.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The script " + name + " is not in the jar.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha1(String text) {
        try {
            var digest = java.security.MessageDigest.getInstance("SHA-1");
            return java.util.HexFormat.of()
                    .formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1.", e);
        }
    }

    /// Makes the server know it.
    void load(UnifiedJedis redis, String anyKey) {
        redis.scriptLoad(source, anyKey);
    }

    Object run(UnifiedJedis redis, String key, List<String> arguments) {
        try {
            return redis.evalsha(sha, List.of(key), arguments);
        } catch (JedisNoScriptException e) {
            return redis.eval(source, List.of(key), arguments);
        }
    }

    /// In a pipeline: the caller loads it and tries again where the answer is a
    /// [JedisNoScriptException].
    Response<Object> run(AbstractPipeline pipeline, String key, List<String> arguments) {
        return pipeline.evalsha(sha, List.of(key), arguments);
    }
}
