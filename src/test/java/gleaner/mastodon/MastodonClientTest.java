package gleaner.mastodon;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Nested;

/// The slim client keeps the contract. What is asserted stands in the parts of
/// [MastodonApiContract], once for every client that there will be.
class MastodonClientTest {

    private static MastodonApi client(FakeMastodon of) {
        return new MastodonClient(
                MastodonServer.parse(of.url()),
                FakeMastodon.TOKEN,
                Clock.systemUTC(),
                Duration.ofSeconds(5),
                Duration.ofMillis(800));
    }

    @Nested
    class Reads extends ReadingContract {

        @Override
        MastodonApi open(FakeMastodon of) {
            return client(of);
        }
    }

    @Nested
    class BearsTrouble extends TroubleContract {

        @Override
        MastodonApi open(FakeMastodon of) {
            return client(of);
        }
    }

    @Nested
    class Streams extends StreamContract {

        @Override
        MastodonApi open(FakeMastodon of) {
            return client(of);
        }
    }
}
