package gleaner.store;

import gleaner.news.GleanerException;
import gleaner.news.GleanerException.Kind;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisClusterException;
import redis.clients.jedis.exceptions.JedisClusterOperationException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

/// What Jedis throws, in a sentence for the person who can mend it.
///
/// Redis's error codes are those of its protocol: the first word of an error in capitals.
final class RedisTrouble {

    private RedisTrouble() {}

    /// The failure of a command, `UNAVAILABLE` unless it is Gleaner's own fault (a wrong command or
    /// reply), which is `FAILED`.
    ///
    /// @param where as `describe()` of the address or the embedded server has it
    static GleanerException of(RuntimeException thrown, String where) {
        if (thrown instanceof GleanerException ours) {
            return ours;
        }
        Optional<GleanerException> inside = find(thrown, GleanerException.class);
        if (inside.isPresent()) {
            return inside.get();
        }
        Optional<JedisDataException> said = find(thrown, JedisDataException.class);
        if (said.isPresent()) {
            return said(said.get(), where, thrown);
        }
        return new GleanerException(Kind.UNAVAILABLE, unreachable(thrown, where), thrown);
    }

    /// Whether it is the connection that failed, and nobody said why.
    static boolean brokeOff(RuntimeException thrown) {
        return find(thrown, JedisConnectionException.class).isPresent()
                && find(thrown, JedisDataException.class).isEmpty()
                && find(thrown, GleanerException.class).isEmpty();
    }

    private static GleanerException said(
            JedisDataException error, String where, RuntimeException thrown) {
        String message = Optional.ofNullable(error.getMessage()).orElse("");
        int space = message.indexOf(' ');
        String code = space < 0 ? message : message.substring(0, space);
        String start = where + " ";
        String sentence =
                switch (code) {
                    case "NOAUTH" ->
                            start
                                    + "wants a password; put it into the setting REDIS_URL"
                                    + " (redis://:password@host:port).";
                    case "WRONGPASS" ->
                            start
                                    + "refused the user or password of the setting REDIS_URL; check both,"
                                    + " and that special characters are percent-encoded.";
                    case "NOPERM" ->
                            start
                                    + "does not let the user of the setting REDIS_URL do what Gleaner needs"
                                    + " (all commands but the administrative ones, keys gleaner:*); change that user's ACL.";
                    case "READONLY" ->
                            start
                                    + "is a read-only replica; let the setting REDIS_URL name the master, or"
                                    + " Sentinels (redis+sentinel://…).";
                    case "LOADING" ->
                            start + "is still reading its data; wait until it has, and try again.";
                    case "OOM" ->
                            start
                                    + "is full (maxmemory reached); raise its maxmemory or delete something.";
                    case "MISCONF" ->
                            start
                                    + "cannot save to its disk and takes no writes; free its disk or mend its"
                                    + " permissions, its log says which.";
                    case "MASTERDOWN", "NOREPLICAS" ->
                            start
                                    + "has lost servers of its replication ("
                                    + code
                                    + ") and takes no writes; bring them back.";
                    case "BUSY" ->
                            start
                                    + "is busy with somebody's script; wait, or end it with SCRIPT KILL.";
                    case "CLUSTERDOWN", "TRYAGAIN", "MOVED", "ASK", "CROSSSLOT" ->
                            cluster(code, start);
                    default -> refused(message, start);
                };
        boolean ours =
                switch (code) {
                    case "NOAUTH",
                            "WRONGPASS",
                            "NOPERM",
                            "READONLY",
                            "LOADING",
                            "OOM",
                            "MISCONF",
                            "MASTERDOWN",
                            "NOREPLICAS",
                            "BUSY",
                            "CLUSTERDOWN",
                            "TRYAGAIN",
                            "MOVED",
                            "ASK" ->
                            false;
                    default -> !limits(message);
                };
        return new GleanerException(ours ? Kind.FAILED : Kind.UNAVAILABLE, sentence, thrown);
    }

    private static String cluster(String code, String start) {
        return switch (code) {
            case "MOVED", "ASK" ->
                    start
                            + "is a node of a cluster; write redis+cluster:// instead of redis:// in the"
                            + " setting REDIS_URL.";
            case "CROSSSLOT" ->
                    start
                            + "refused a command on keys of several slots, which is a mistake of Gleaner's;"
                            + " please report it.";
            default ->
                    start
                            + "is a cluster of which a part is down or moving ("
                            + code
                            + "); wait, or bring its"
                            + " nodes back.";
        };
    }

    private static String refused(String message, String start) {
        if (message.contains("max number of clients")) {
            return start
                    + "has no connection left (maxclients reached); close other clients or raise it.";
        }
        if (message.contains("without any password configured")) {
            return start
                    + "has no password, but the setting REDIS_URL gives one; leave it out, or check the host.";
        }
        if (message.contains("invalid password")) {
            return start + "refused the password of the setting REDIS_URL; check it.";
        }
        if (message.contains("DB index is out of range") || message.contains("invalid DB index")) {
            return start
                    + "has no database of that number; correct the end of the setting REDIS_URL.";
        }
        if (message.contains("Protected mode") || message.startsWith("DENIED")) {
            return start
                    + "is in protected mode and takes local connections only; give it a password.";
        }
        return start + "refused a command (" + Reason.tidy(message) + "); please report this.";
    }

    private static boolean limits(String message) {
        return message.contains("max number of clients")
                || message.contains("password")
                || message.contains("DB index")
                || message.startsWith("DENIED");
    }

    private static String unreachable(RuntimeException thrown, String where) {
        if (find(thrown, UnknownHostException.class).isPresent()) {
            return where
                    + " has a host name that is not known; check the setting REDIS_URL and this machine's DNS.";
        }
        if (find(thrown, SSLException.class).isPresent()) {
            return where
                    + " did not agree on TLS ("
                    + because(thrown)
                    + "); check that it speaks TLS (rediss) or does"
                    + " not (redis), and that its certificate is for that host and from an authority this Java trusts.";
        }
        if (find(thrown, java.net.SocketTimeoutException.class).isPresent()) {
            return where
                    + " did not answer in time; check that it runs, is not overloaded and that no firewall is in"
                    + " between.";
        }
        if (find(thrown, JedisConnectionException.class).isEmpty()
                && (find(thrown, JedisClusterException.class).isPresent()
                        || find(thrown, JedisClusterOperationException.class).isPresent())) {
            return where
                    + " has no node that answers; check that the cluster runs and covers all slots.";
        }
        if (find(thrown, java.util.NoSuchElementException.class).isPresent()) {
            return where
                    + " had no free connection for Gleaner's pool in time; try again, it is busy.";
        }
        return where
                + " cannot be reached ("
                + because(thrown)
                + "); check that it runs, that the setting REDIS_URL"
                + " names its host and port, and that no firewall is in between.";
    }

    /// The innermost cause that the operating system gave; Jedis's own words may contain an
    /// address.
    private static String because(Throwable thrown) {
        return find(thrown, java.io.IOException.class).map(Reason::of).orElse("no connection");
    }

    /// Looks through causes, and suppressed ones, where Jedis puts the failure to connect to each
    /// address of a host.
    private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> kind) {
        @Nullable Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (kind.isInstance(cause)) {
                return Optional.of(kind.cast(cause));
            }
            for (Throwable hidden : cause.getSuppressed()) {
                if (kind.isInstance(hidden)) {
                    return Optional.of(kind.cast(hidden));
                }
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
