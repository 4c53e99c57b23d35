package gleaner.slack;

import gleaner.news.Channel;
import gleaner.news.ChannelId;
import gleaner.news.Event.CommandGiven;
import gleaner.news.MessageId;
import gleaner.news.Visibility;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Makes commands of presses and submissions, as if their words had been typed; where the answer
/// goes is remembered first.
final class SlackCommands {

    private final SlackDirectory directory;
    private final SlackMemory memory;
    private final SlackInbox inbox;

    SlackCommands(SlackDirectory directory, SlackMemory memory, SlackInbox inbox) {
        this.directory = directory;
        this.memory = memory;
        this.inbox = inbox;
    }

    CommandGiven press(Press press, Instant at) {
        var route =
                new Route(
                        press.channel(),
                        press.user(),
                        press.responseUrl(),
                        "",
                        at,
                        press.place(),
                        press.then(),
                        "");
        return given(
                id("press-", press.channel(), press.user() + " " + press.id()),
                route,
                press.words(),
                at);
    }

    CommandGiven submission(Submission submission, Instant at) {
        var route =
                new Route(
                        submission.channel(),
                        submission.user(),
                        "",
                        "",
                        at,
                        Route.Place.NEW,
                        submission.then(),
                        "");
        return given(
                id("view-", submission.channel(), submission.view()),
                route,
                submission.words(),
                at);
    }

    /// Gives the command that comes after another one, whose answer is said above its own.
    void follow(MessageId before, Route route, String said, Instant at) {
        var id = new MessageId(before.channel(), before.id() + "-then");
        inbox.append(List.of(given(id, route.following(said), route.then(), at)));
    }

    private CommandGiven given(MessageId id, Route route, String words, Instant at) {
        memory.keep(Route.name(id), route.write(), SlackListener.ROUTE);
        var isDirect = !route.channel().startsWith("C");
        return new CommandGiven(
                id,
                where(route.channel()),
                directory.who(route.user(), ""),
                at,
                words,
                isDirect ? Visibility.PRIVATE : directory.visibility(route.channel(), ""),
                Optional.empty());
    }

    /// Gleaner's own tab is a place of each person's own.
    private Channel where(String channel) {
        return channel.startsWith("U") || channel.startsWith("W")
                ? new Channel(ChannelId.of(SlackDirectory.KIND, channel), "direct message")
                : directory.where(channel);
    }

    /// The same id however often Slack sends it.
    private static MessageId id(String kind, String channel, String name) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(name.getBytes(StandardCharsets.UTF_8));
            return new MessageId(
                    ChannelId.of(SlackDirectory.KIND, channel),
                    kind + HexFormat.of().formatHex(digest, 0, 12));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
