package gleaner.slack;

import gleaner.slack.SlackOutbox.Answer;
import gleaner.slack.SlackOutbox.Gesture;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells an editor, and nobody else, that their reaction did nothing and why: it stands on the
/// message as if it had.
final class Refusals {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private final SlackApi api;
    private final SlackArchive archive;
    private final Pace pace;

    Refusals(SlackApi api, SlackArchive archive, Pace pace) {
        this.api = api;
        this.archive = archive;
        this.pace = pace;
    }

    /// Tells it; what went well needs no word.
    ///
    /// @throws SlackFailure where Slack does not take it
    void tell(Answer answer, Gesture gesture) {
        if (answer.reply().kind().isFine()) {
            return;
        }
        var channel = gesture.message().channel().name();
        var parameters = new TreeMap<String, String>();
        parameters.put("channel", channel);
        parameters.put("user", gesture.person().name());
        var isReaction = !answer.to().equals(gesture.message());
        parameters.put(
                "text",
                (isReaction ? "Your reaction did nothing. " : "")
                        + MrkdwnWriter.of(answer.reply().markdown()));
        archive.message(gesture.message())
                .flatMap(message -> message.replyTo())
                .ifPresent(root -> parameters.put("thread_ts", root.id()));
        try {
            pace.await(channel);
            api.call("chat.postEphemeral", parameters);
        } catch (SlackFailure e) {
            if (!Unreachable.is(e)) {
                throw e;
            }
            log.info(
                    "{} could not be told what was not done: {}",
                    gesture.person(),
                    answer.reply().markdown());
        }
    }
}
