package gleaner.store;

import gleaner.news.GleanerException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import redis.clients.jedis.HostAndPort;

/// Where a Redis that is not Gleaner's own is, and how to speak to it: the setting `REDIS_URL`.
///
/// | form | what it reaches |
/// |---|---|
/// | `redis://[user:password@]host[:6379][/database]` | one server |
/// | `redis+sentinel://[user:password@]host[:26379],…/master[/database]` | the master that Sentinels name |
/// | `redis+cluster://[user:password@]host[:6379],…` | a cluster, found from any of its nodes |
///
/// `rediss` instead of `redis` speaks TLS and checks the certificate and the host's name. User and
/// password are percent-encoded, as in any URL; they are Redis's own, Sentinels are asked without.
/// The words of a mistake never repeat any part of the setting, because a slip can put the password
/// anywhere.
///
/// @param kind one server, Sentinels or a cluster
/// @param nodes at least one; exactly one for a single server
/// @param user empty for Redis's default user
/// @param password empty for none
/// @param database 0 for a cluster
/// @param tls whether to encrypt
/// @param master the name that Sentinels know, else empty
public record RedisAddress(
        Kind kind,
        List<Node> nodes,
        String user,
        String password,
        int database,
        boolean tls,
        String master) {

    /// What stands at the address.
    public enum Kind {
        /// One server.
        SINGLE,
        /// Sentinels, who know which server is the master.
        SENTINEL,
        /// Nodes of a Redis Cluster.
        CLUSTER
    }

    /// One server's name and port.
    ///
    /// @param host a name or an address, an IPv6 one without brackets
    /// @param port 1 to 65535
    public record Node(String host, int port) {

        HostAndPort forJedis() {
            return new HostAndPort(host, port);
        }

        @Override
        public String toString() {
            return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
        }
    }

    private static final int LONGEST = 4_000;

    public RedisAddress {
        nodes = List.copyOf(nodes);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("A Redis address has at least one node.");
        }
    }

    /// Reads the setting.
    ///
    /// @throws GleanerException `USAGE` with what is wrong, without repeating it
    public static RedisAddress parse(String setting) {
        String text = setting.strip();
        if (text.length() > LONGEST) {
            throw wrong("is longer than " + LONGEST + " characters");
        }
        int colon = text.indexOf("://");
        String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
        boolean tls = scheme.equals("rediss") || scheme.startsWith("rediss+");
        Kind kind =
                switch (scheme) {
                    case "redis", "rediss" -> Kind.SINGLE;
                    case "redis+sentinel", "rediss+sentinel" -> Kind.SENTINEL;
                    case "redis+cluster", "rediss+cluster" -> Kind.CLUSTER;
                    case "unix", "redis+unix", "redis+socket" ->
                            throw wrong(
                                    "names a Unix socket, which Gleaner cannot use; let Redis listen on a port of"
                                            + " 127.0.0.1 and write redis://127.0.0.1:6379");
                    default ->
                            throw wrong(
                                    "does not start with redis://, rediss://, redis+sentinel:// or redis+cluster://");
                };
        String rest = text.substring(colon + "://".length());
        if (rest.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
            throw wrong("contains a space or a control character; write it as %20 and the like");
        }
        int end = firstOf(rest, "/?#");
        String authority = rest.substring(0, end);
        String path = rest.substring(end);
        if (authority.indexOf('@') < 0 && path.indexOf('@') >= 0) {
            throw wrong(
                    "has a /, ? or # before its @; in a user or password write / as %2F, ? as %3F and # as %23");
        }
        if (firstOf(path, "?#") < path.length()) {
            throw wrong("has a part after ? or #, which means nothing here; leave it out");
        }
        int at = authority.lastIndexOf('@');
        String[] credentials = credentials(at < 0 ? "" : authority.substring(0, at), at >= 0);
        List<Node> nodes = nodes(authority.substring(at + 1), kind);
        List<String> parts = parts(path);
        String master = "";
        if (kind == Kind.SENTINEL) {
            if (parts.isEmpty()) {
                throw wrong(
                        "does not say which master the Sentinels are asked for; end it with /mymaster or its name");
            }
            master = decode(parts.removeFirst());
        }
        if (parts.size() > 1) {
            throw wrong("has more than a database number after its hosts");
        }
        int database =
                parts.isEmpty()
                        ? 0
                        : number(parts.getFirst(), 0, 9_999, "has a database that is not a number");
        if (kind == Kind.CLUSTER && database != 0) {
            throw wrong("asks a cluster for a database other than 0, and it has none");
        }
        return new RedisAddress(kind, nodes, credentials[0], credentials[1], database, tls, master);
    }

    /// For people: everything but user and password.
    public String describe() {
        String where = nodes.stream().map(Node::toString).collect(Collectors.joining(", "));
        String secure = tls ? " with TLS" : "";
        String which = database == 0 ? "" : ", database " + database;
        return switch (kind) {
            case SINGLE -> "Redis at " + where + secure + which;
            case SENTINEL ->
                    "Redis master '" + master + "' of the Sentinels at " + where + secure + which;
            case CLUSTER -> "Redis Cluster at " + where + secure;
        };
    }

    @Override
    public String toString() {
        return describe();
    }

    private static String[] credentials(String userInfo, boolean given) {
        if (!given) {
            return new String[] {"", ""};
        }
        int colon = userInfo.indexOf(':');
        if (colon < 0) {
            throw wrong(
                    "has something before @ that is not user:password; a password alone is written as"
                            + " :password@");
        }
        String user = decode(userInfo.substring(0, colon));
        String password = decode(userInfo.substring(colon + 1));
        if (password.isEmpty()) {
            throw wrong(
                    "has an empty password before @; leave out all up to @, or set the variable that it comes from");
        }
        return new String[] {user, password};
    }

    private static List<Node> nodes(String hosts, Kind kind) {
        List<Node> nodes = new ArrayList<>();
        for (String host : hosts.split(",", -1)) {
            nodes.add(node(host, kind == Kind.SENTINEL ? 26_379 : 6_379));
        }
        if (kind == Kind.SINGLE && nodes.size() > 1) {
            throw wrong(
                    "names several hosts; write redis+sentinel:// or redis+cluster:// for these");
        }
        if (new HashSet<>(nodes).size() < nodes.size()) {
            throw wrong("names a host twice");
        }
        return nodes;
    }

    private static Node node(String text, int usual) {
        int bracket = text.startsWith("[") ? text.indexOf(']') : -1;
        String host =
                bracket > 0 ? text.substring(1, bracket) : text.substring(0, firstOf(text, ":"));
        String port = text.substring(bracket > 0 ? bracket + 1 : host.length());
        boolean named =
                !host.isEmpty() && host.chars().allMatch(c -> hostCharacter(c, bracket > 0));
        if (!named || !(port.isEmpty() || port.startsWith(":"))) {
            throw wrong(
                    "has a host that is none; write host:port, an IPv6 address in brackets, a comma between hosts");
        }
        String digits = port.isEmpty() ? "" : port.substring(1);
        return new Node(
                host,
                port.isEmpty()
                        ? usual
                        : number(
                                digits,
                                1,
                                65_535,
                                "has a port that is not a number from 1 to 65535"));
    }

    private static boolean hostCharacter(int c, boolean bracketed) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '-'
                || c == '_'
                || (bracketed && (c == ':' || c == '%'));
    }

    private static List<String> parts(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts;
    }

    private static int number(String digits, int least, int most, String otherwise) {
        boolean plain =
                !digits.isEmpty()
                        && digits.length() <= 5
                        && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        int value = plain ? Integer.parseInt(digits) : -1;
        if (value < least || value > most) {
            throw wrong(otherwise);
        }
        return value;
    }

    private static String decode(String text) {
        return PercentCode.decode(text)
                .orElseThrow(() ->
                        wrong(
                                "has a % that two hexadecimal digits do not follow, or that does not give"
                                        + " UTF-8; write % itself as %25"));
    }

    private static int firstOf(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    private static GleanerException wrong(String what) {
        return GleanerException.usage("The setting REDIS_URL " + what + ".");
    }
}
