package gleaner.mastodon;

import gleaner.command.CommandParser;
import gleaner.news.PersonId;
import gleaner.news.Role;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/// What an operator decides of the channel.
///
/// @param token of the account that speaks; never shown
/// @param allow handles and servers that are heard; empty for all
/// @param block handles and servers that are not
/// @param review whether what strangers share carries the tag `review`
/// @param perHour how many posts of one account are taken in an hour; editors' all are
/// @param follow hashtags, without `#`, under which links are found that editors may take
/// @param publishing whether and how a published issue is posted
/// @param parser of the one grammar
public record MastodonSetup(
        MastodonServer server,
        String token,
        List<String> allow,
        List<String> block,
        boolean review,
        int perHour,
        List<String> follow,
        Publishing publishing,
        CommandParser parser,
        Function<PersonId, Role> roles,
        Tempo tempo) {

    public MastodonSetup {
        allow = List.copyOf(allow);
        block = List.copyOf(block);
        follow = List.copyOf(follow);
    }

    /// Where a published issue is posted.
    public enum Where {
        OFF,
        UNLISTED,
        PUBLIC
    }

    /// Whether and how a published issue is posted as a thread.
    ///
    /// @param warning the content warning of its posts; empty for none
    public record Publishing(Where where, String warning) {

        /// It is not.
        public static final Publishing OFF = new Publishing(Where.OFF, "");
    }

    /// How long things take.
    ///
    /// @param patience for an answer of the server
    /// @param idle how long the stream may be silent
    /// @param poll between two looks for mentions where nothing streams
    /// @param settle after something streamed in, until the cursor follows
    /// @param safety between two looks for mentions while the stream is open
    /// @param look between two looks for edits
    /// @param hashtags between two looks for what was posted under those that are followed
    /// @param retry the first wait after a failure
    /// @param longest the longest wait after many
    /// @param lease how long a process that died keeps others from speaking
    public record Tempo(
            Duration patience,
            Duration idle,
            Duration poll,
            Duration settle,
            Duration safety,
            Duration look,
            Duration hashtags,
            Duration retry,
            Duration longest,
            Duration lease) {

        /// Within every server's limits.
        public static Tempo usual() {
            return new Tempo(
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(90),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(15),
                    Duration.ofMinutes(5),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(5),
                    Duration.ofSeconds(1),
                    Duration.ofMinutes(5),
                    Duration.ofSeconds(30));
        }
    }

    @Override
    public String toString() {
        return "MastodonSetup[" + server + "]";
    }
}
