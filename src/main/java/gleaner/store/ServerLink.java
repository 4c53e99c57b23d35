package gleaner.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.SafeEncoder;

/// One named connection to a server on this machine, for asking what it is and for being counted
/// among its users.
///
/// All methods throw [JedisException] when the server does not answer as Redis does.
final class ServerLink implements AutoCloseable {

    private static final int CONNECT_MILLIS = 2_000;

    private final Connection connection;

    private ServerLink(Connection connection) {
        this.connection = connection;
    }

    /// Connects, says the password and the name.
    static ServerLink open(RedisConf conf, String name, int socketMillis) {
        DefaultJedisClientConfig config =
                DefaultJedisClientConfig.builder()
                        .serverDefaultProtocol()
                        .connectionTimeoutMillis(CONNECT_MILLIS)
                        .socketTimeoutMillis(socketMillis)
                        .password(conf.password())
                        .clientName(name)
                        .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                        .build();
        return new ServerLink(new Connection(new HostAndPort("127.0.0.1", conf.port()), config));
    }

    /// Where the server works, a real path: no other program answers with this one.
    String directory() {
        List<String> pair = strings(ask(Command.CONFIG, "GET", "dir"));
        return pair.size() == 2 ? pair.get(1) : "";
    }

    Map<String, String> info(String section) {
        return fields(String.valueOf(SafeEncoder.encodeObject(ask(Command.INFO, section))));
    }

    /// The names that other connections gave themselves, and this one's.
    List<String> clientNames() {
        List<String> names = new ArrayList<>();
        String list = String.valueOf(SafeEncoder.encodeObject(ask(Command.CLIENT, "LIST")));
        for (String line : list.lines().toList()) {
            int at = line.indexOf(" name=");
            if (at >= 0) {
                int from = at + " name=".length();
                int to = line.indexOf(' ', from);
                names.add(line.substring(from, to < 0 ? line.length() : to));
            }
        }
        return names;
    }

    /// Takes this connection off the list of users.
    void forgetName() {
        ask(Command.CLIENT, "SETNAME", "");
    }

    /// Whether the server is there; it may still be loading.
    boolean alive() {
        try {
            return connection.isConnected() && !info("server").isEmpty();
        } catch (JedisException _) {
            return false;
        }
    }

    /// Tells it to write what it has and to end. The connection ends with the process: when this
    /// returns it is gone.
    void shutdown() {
        connection.sendCommand(Command.SHUTDOWN, "NOSAVE");
        try {
            Object answer = connection.getOne();
            throw new JedisException("SHUTDOWN was answered: " + SafeEncoder.encodeObject(answer));
        } catch (redis.clients.jedis.exceptions.JedisConnectionException _) {
            // Ended, as it was told to.
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (JedisException _) {
            // Was broken already.
        }
    }

    static Map<String, String> fields(String info) {
        Map<String, String> fields = new HashMap<>();
        for (String line : info.lines().toList()) {
            int colon = line.indexOf(':');
            if (colon > 0 && line.charAt(0) != '#') {
                fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    private Object ask(Command command, String... words) {
        return connection.executeCommand(
                new CommandArguments(command).addObjects((Object[]) words));
    }

    private static List<String> strings(Object reply) {
        return SafeEncoder.encodeObject(reply) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
