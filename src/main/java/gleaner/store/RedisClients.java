package gleaner.store;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.commons.pool2.PooledObject;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionFactory;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.DefaultJedisSocketFactory;
import redis.clients.jedis.DefaultRedisCredentials;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisSocketFactory;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.providers.PooledConnectionProvider;
import redis.clients.jedis.util.Pool;

/// Makes clients whose waits all end: connecting after 2 s, an answer after 10 s, a blocking read
/// after 30 s, a free connection of the pool after 10 s.
///
/// No protocol is asked for, hence it is RESP2: a reply has one form from Redis 6.2 to 8, Valkey
/// and proxies, and a server that is too old to negotiate lives long enough to tell its version.
final class RedisClients {

    static final int CONNECT_MILLIS = 2_000;
    static final int SOCKET_MILLIS = 10_000;

    /// A blocking read (`XREADGROUP … BLOCK`) must ask for less than this, or it ends as if the
    /// server were gone.
    static final Duration LONGEST_BLOCK = Duration.ofSeconds(30);

    private RedisClients() {}

    /// A client of the embedded server that starts it again when it finds it dead. A command that
    /// was under way then fails, the next one is answered.
    ///
    /// @param connections as many commands as may run at once, blocking ones included
    static UnifiedJedis of(EmbeddedRedis server, int connections) {
        DefaultJedisClientConfig config =
                config(server.clientName())
                        .credentialsProvider(
                                (Supplier<redis.clients.jedis.RedisCredentials>)
                                        () ->
                                                new DefaultRedisCredentials(
                                                        null, server.conf().password()))
                        .build();
        JedisSocketFactory sockets =
                () ->
                        new DefaultJedisSocketFactory(
                                        new HostAndPort("127.0.0.1", server.conf().port()), config)
                                .createSocket();
        AtomicReference<@Nullable Pool<Connection>> pool = new AtomicReference<>();
        Runnable heal =
                () -> {
                    server.ensureRunning();
                    Pool<Connection> idle = pool.get();
                    if (idle != null) {
                        idle.clear();
                    }
                };
        Healing factory = new Healing(heal, sockets, config);
        PooledConnectionProvider provider =
                new PooledConnectionProvider(factory, pool(connections));
        pool.set(provider.getPool());
        return RedisClient.builder().clientConfig(config).connectionProvider(provider).build();
    }

    /// A client of a configured Redis. One of a cluster or of Sentinels connects at once, the other
    /// when first used.
    ///
    /// @param name how the connections are called in Redis's CLIENT LIST
    /// @param connections as many commands as may run at once (on each node of a cluster), blocking
    ///   ones included
    static UnifiedJedis of(RedisAddress address, String name, int connections) {
        DefaultJedisClientConfig.Builder config =
                secured(config(name), address).database(address.database());
        if (!address.password().isEmpty()) {
            config.password(address.password());
        }
        if (!address.user().isEmpty()) {
            config.user(address.user());
        }
        Set<HostAndPort> nodes =
                address.nodes().stream()
                        .map(RedisAddress.Node::forJedis)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        return switch (address.kind()) {
            case SINGLE ->
                    RedisClient.builder()
                            .hostAndPort(address.nodes().getFirst().forJedis())
                            .clientConfig(config.build())
                            .poolConfig(pool(connections))
                            .build();
            case SENTINEL ->
                    RedisSentinelClient.builder()
                            .masterName(address.master())
                            .sentinels(nodes)
                            .sentinelClientConfig(secured(config(name), address).build())
                            .clientConfig(config.build())
                            .poolConfig(pool(connections))
                            .build();
            case CLUSTER ->
                    RedisClusterClient.builder()
                            .nodes(nodes)
                            .clientConfig(config.build())
                            .poolConfig(pool(connections))
                            .build();
        };
    }

    /// TLS is checked to the end: the certificate's chain, by Java's own authorities, and the
    /// host's name.
    private static DefaultJedisClientConfig.Builder secured(
            DefaultJedisClientConfig.Builder config, RedisAddress address) {
        return address.tls()
                ? config.sslOptions(SslOptions.builder().sslVerifyMode(SslVerifyMode.FULL).build())
                : config;
    }

    static DefaultJedisClientConfig.Builder config(String name) {
        return DefaultJedisClientConfig.builder()
                .serverDefaultProtocol()
                .connectionTimeoutMillis(CONNECT_MILLIS)
                .socketTimeoutMillis(SOCKET_MILLIS)
                .blockingSocketTimeoutMillis((int) LONGEST_BLOCK.toMillis())
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                .clientName(name);
    }

    static ConnectionPoolConfig pool(int connections) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(connections);
        pool.setMaxIdle(connections);
        pool.setMaxWait(Duration.ofSeconds(10));
        pool.setJmxEnabled(false);
        return pool;
    }

    /// Has the server looked after when nobody listens, or when a stranger does; the connections to
    /// the dead one are forgotten then.
    private static final class Healing extends ConnectionFactory {

        private final Runnable heal;

        Healing(Runnable heal, JedisSocketFactory sockets, DefaultJedisClientConfig config) {
            super(healing(heal, sockets), config);
            this.heal = heal;
        }

        @Override
        public PooledObject<Connection> makeObject() throws Exception {
            try {
                return super.makeObject();
            } catch (JedisException _) {
                heal.run();
                return super.makeObject();
            }
        }

        /// Heals before Jedis logs that it could not connect, which is what a restart looks like.
        private static JedisSocketFactory healing(Runnable heal, JedisSocketFactory sockets) {
            return () -> {
                try {
                    return sockets.createSocket();
                } catch (JedisConnectionException _) {
                    heal.run();
                    return sockets.createSocket();
                }
            };
        }
    }
}
