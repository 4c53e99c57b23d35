package gleaner.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// What whoever fills the port must do, over sockets: an adapter over another library passes the
/// same. In three parts: what is read and written, what goes wrong, what streams.
abstract class MastodonApiContract {

    final FakeMastodon server = new FakeMastodon();
    final MastodonApi api = open(server);

    /// A client of that server with [FakeMastodon#TOKEN], patient for half a second.
    abstract MastodonApi open(FakeMastodon of);

    @BeforeEach
    void knowNothing() {
        assertThat(server.requests()).isEmpty();
    }

    @AfterEach
    void close() {
        api.close();
        server.close();
    }
}
