package gleaner.mastodon;

import java.time.Clock;
import java.time.Duration;

/// The slim client keeps the contract: what is checked stands in [MastodonApiContract], once for
/// every client there will be.
class MastodonClientTest extends MastodonApiContract {

    @Override
    MastodonApi open(FakeMastodon of) {
        return new MastodonClient(
                MastodonServer.parse(of.url()),
                FakeMastodon.TOKEN,
                Clock.systemUTC(),
                Duration.ofSeconds(5),
                Duration.ofMillis(800));
    }
}
