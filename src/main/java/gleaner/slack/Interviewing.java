package gleaner.slack;

import gleaner.news.ChannelId;
import gleaner.news.Interview;
import gleaner.news.Interview.Kind;
import gleaner.news.MessageId;
import gleaner.news.Person;
import gleaner.slack.ThreadTurns.Spoken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// Keeps a thread as an interview, and reads it again when somebody edits or deletes a message of
/// it.
final class Interviewing {

    private static final Logger log = LoggerFactory.getLogger(Interviewing.class);
    private static final int MOST_SPEAKERS = 5;

    private final SlackApi api;
    private final SlackDirectory directory;
    private final SlackEvents events;
    private final SlackWords words;
    private final Self self;
    private final SlackInterviews interviews;
    private final SlackTroubles troubles;

    Interviewing(
            SlackApi api,
            SlackDirectory directory,
            SlackEvents events,
            Self self,
            SlackInterviews interviews,
            SlackTroubles troubles) {
        this.api = api;
        this.directory = directory;
        this.events = events;
        this.words = new SlackWords(directory);
        this.self = self;
        this.interviews = interviews;
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
                    kept(channel, thread, directory.who(user, ""), at)
                            .map(Interviewing::told)
                            .orElse(
                                    "This thread is no interview: it takes one who asks and one who answers."));
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

    private Optional<Interview> kept(String channel, String thread, Person by, Instant at) {
        var spoken = new ArrayList<Spoken>();
        var messages =
                api.pages(
                        "conversations.replies",
                        Map.of("channel", channel, "ts", thread, "limit", "200"),
                        "messages");
        messages.stream()
                .sorted(Comparator.comparing(message -> message.path("ts").asString("")))
                .forEach(message -> spoken(message).ifPresent(spoken::add));
        var turns = ThreadTurns.of(spoken);
        if (turns.isEmpty()) {
            return Optional.empty();
        }
        var interview =
                new Interview(
                        new MessageId(ChannelId.of(SlackDirectory.KIND, channel), thread),
                        directory.where(channel),
                        directory.visibility(channel, ""),
                        by,
                        at,
                        turns);
        interviews.keep(interview);
        return Optional.of(interview);
    }

    private Optional<Spoken> spoken(JsonNode message) {
        var isWords =
                switch (message.path("subtype").asString("")) {
                    case "", "me_message", "file_share", "thread_broadcast" -> true;
                    default -> false;
                };
        var user = message.path("user").asString("");
        if (!isWords
                || user.isBlank()
                || !events.isOthers(message)
                || self.isAddressed(message.path("text").asString(""))) {
            return Optional.empty();
        }
        var text = words.markdown(message).strip();
        return text.isEmpty()
                ? Optional.empty()
                : Ts.time(message.path("ts").asString(""))
                        .map(time -> new Spoken(directory.who(user, ""), time, text));
    }

    /// An edit or a deletion in a thread that was kept: it is read again.
    void follow(JsonNode event) {
        switch (event.path("subtype").asString("")) {
            case "message_changed" -> follow(event, event.path("message"));
            case "message_deleted" -> follow(event, event.path("previous_message"));
            default -> {
                // New words are kept when somebody asks for it again.
            }
        }
    }

    private void follow(JsonNode event, JsonNode message) {
        var channel = event.path("channel").asString("");
        var thread =
                message.path("thread_ts")
                        .asString(
                                message.path("ts").asString(event.path("deleted_ts").asString("")));
        if (!Ts.is(thread) || channel.isBlank() || channel.indexOf('/') >= 0) {
            return;
        }
        var id = new MessageId(ChannelId.of(SlackDirectory.KIND, channel), thread);
        interviews
                .of(id)
                .ifPresent(before -> {
                    try {
                        kept(channel, thread, before.by(), before.kept());
                    } catch (SlackFailure e) {
                        troubles.tell(e, channel);
                    }
                });
    }

    private static String told(Interview interview) {
        return "Kept as an interview: %s by %s, %s by %s. What is edited in the thread is edited here; use the shortcut again for new words."
                .formatted(
                        count(interview, Kind.QUESTION, "question"),
                        speakers(interview, Kind.QUESTION),
                        count(interview, Kind.ANSWER, "answer"),
                        speakers(interview, Kind.ANSWER));
    }

    private static String count(Interview interview, Kind kind, String word) {
        var count = interview.count(kind);
        return count + " " + word + (count == 1 ? "" : "s");
    }

    private static String speakers(Interview interview, Kind kind) {
        var names =
                interview.turns().stream()
                        .filter(turn -> turn.kind() == kind)
                        .map(turn -> turn.speaker().name())
                        .distinct()
                        .toList();
        return names.stream().limit(MOST_SPEAKERS).collect(Collectors.joining(", "))
                + (names.size() > MOST_SPEAKERS ? " and others" : "");
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
