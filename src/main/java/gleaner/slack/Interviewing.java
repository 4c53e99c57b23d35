package gleaner.slack;

import gleaner.news.ChannelId;
import gleaner.news.Interview;
import gleaner.news.MessageId;
import java.time.Instant;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// Keeps a thread as an interview where somebody asks for it, and says to them what was kept.
final class Interviewing {

    private static final Logger log = LoggerFactory.getLogger(Interviewing.class);

    private final SlackApi api;
    private final SlackDirectory directory;
    private final KeptThreads threads;
    private final SlackTroubles troubles;

    Interviewing(
            SlackApi api, SlackDirectory directory, KeptThreads threads, SlackTroubles troubles) {
        this.api = api;
        this.directory = directory;
        this.threads = threads;
        this.troubles = troubles;
    }

    /// Keeps the thread of the message on which the shortcut was used, and says what was kept to
    /// who asked for it.
    void keep(JsonNode payload, Instant at) {
        var channel = payload.path("channel").path("id").asString("");
        var user = payload.path("user").path("id").asString("");
        var message = payload.path("message");
        var thread =
                message.path("thread_ts")
                        .asString(
                                message.path("ts")
                                        .asString(payload.path("message_ts").asString("")));
        if (channel.isBlank() || channel.indexOf('/') >= 0 || user.isBlank() || !Ts.is(thread)) {
            return;
        }
        try {
            say(
                    channel,
                    thread,
                    user,
                    threads.keep(
                                    new MessageId(
                                            ChannelId.of(SlackDirectory.KIND, channel), thread),
                                    directory.who(user, ""),
                                    at)
                            .map(Interviewing::told)
                            .orElse(
                                    "This thread is no interview: it takes one who asks and one who"
                                            + " answers."));
        } catch (SlackFailure e) {
            troubles.tell(e, channel);
            tell(channel, thread, user, SlackTroubles.sentence(e, channel));
        }
    }

    private void tell(String channel, String thread, String user, String sentence) {
        try {
            say(channel, thread, user, sentence);
        } catch (SlackFailure e) {
            log.info("{} could not be told: {}", user, sentence);
        }
    }

    private static String told(Interview interview) {
        return "Kept as an interview: %s. What is edited in the thread is edited here; use the shortcut again for new words."
                .formatted(interview.summary());
    }

    private void say(String channel, String thread, String user, String text) {
        var parameters = new TreeMap<String, String>();
        parameters.put("channel", channel);
        parameters.put("user", user);
        parameters.put("thread_ts", thread);
        parameters.put("text", MrkdwnWriter.escaped(text));
        api.call("chat.postEphemeral", parameters);
    }
}
