package gleaner.slack;

import gleaner.news.ChannelId;
import gleaner.news.Interview;
import gleaner.news.MessageId;
import gleaner.news.Person;
import gleaner.news.ThreadTurns;
import gleaner.news.ThreadTurns.Spoken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;

/// The threads that were kept as interviews: read again when somebody edits or deletes a message of
/// one, so that no words stay here that are gone there.
final class KeptThreads {

    /// Those that were kept last are read again after an absence; Slack lets a method such as
    /// `conversations.replies` be called some fifty times a minute.
    private static final int MOST_AGAIN = 50;

    private static final int MOST_TRIES = 3;

    private final SlackApi api;
    private final SlackDirectory directory;
    private final SlackEvents events;
    private final SlackWords words;
    private final Self self;
    private final SlackInterviews interviews;
    private final SlackTroubles troubles;
    private final AtomicBoolean missed = new AtomicBoolean();

    KeptThreads(
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

    /// Whether a thread could not be read again since this was last asked.
    boolean hasMissed() {
        return missed.getAndSet(false);
    }

    /// Keeps a thread, in the place of what was kept of it before.
    ///
    /// @return what was kept; empty, and nothing is, where fewer than two people speak
    /// @throws SlackFailure where Slack does not let it be read
    Optional<Interview> keep(MessageId thread, Person by, Instant at) {
        var turns = ThreadTurns.of(spoken(thread));
        if (turns.isEmpty()) {
            return Optional.empty();
        }
        var interview = interview(thread, by, at, turns);
        interviews.keep(interview);
        return Optional.of(interview);
    }

    private Interview interview(
            MessageId thread, Person by, Instant at, List<Interview.Turn> turns) {
        var channel = thread.channel().name();
        return new Interview(
                thread, directory.where(channel), directory.visibility(channel, ""), by, at, turns);
    }

    private List<Spoken> spoken(MessageId thread) {
        var spoken = new ArrayList<Spoken>();
        api
                .pages(
                        "conversations.replies",
                        Map.of(
                                "channel",
                                thread.channel().name(),
                                "ts",
                                thread.id(),
                                "limit",
                                "200"),
                        "messages")
                .stream()
                .sorted(Comparator.comparing(message -> message.path("ts").asString("")))
                .forEach(message -> spoken(message).ifPresent(spoken::add));
        return spoken;
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

    /// An edit or a deletion: the thread is read again where it was kept.
    void follow(JsonNode event) {
        switch (event.path("subtype").asString("")) {
            case "message_changed" -> follow(event, event.path("message"));
            case "message_deleted" -> follow(event, event.path("previous_message"));
            default -> {
                // New words are kept when somebody asks for it again.
            }
        }
    }

    /// Of what was deleted Slack need not say in which thread it stood
    /// (<https://docs.slack.dev/reference/events/message/message_deleted>): then it may have been
    /// any in that channel that began before.
    private void follow(JsonNode event, JsonNode message) {
        var channel = event.path("channel").asString("");
        var ts = message.path("ts").asString(event.path("deleted_ts").asString(""));
        if (!Ts.is(ts) || channel.isBlank() || channel.indexOf('/') >= 0) {
            return;
        }
        var place = ChannelId.of(SlackDirectory.KIND, channel);
        var thread = message.path("thread_ts").asString(ts);
        if (message.isObject()) {
            interviews.of(new MessageId(place, thread)).ifPresent(this::again);
        } else {
            interviews.newest(MOST_AGAIN).stream()
                    .filter(kept -> kept.thread().channel().equals(place))
                    .filter(kept -> kept.thread().id().compareTo(ts) <= 0)
                    .forEach(this::again);
        }
    }

    /// Reads those that were kept last again, because nobody heard what became of them.
    ///
    /// @throws SlackFailure where Slack cannot be asked just now
    void again() {
        for (var kept : interviews.newest(MOST_AGAIN)) {
            again(kept);
            if (missed.get()) {
                missed.set(false);
                throw new SlackFailure("conversations.replies", SlackFailure.AWAY, "");
            }
        }
    }

    private void again(Interview kept) {
        var before = Optional.of(kept);
        try {
            for (int i = 0; i < MOST_TRIES && before.isPresent(); i++) {
                var now = now(before.get());
                var stored = interviews.of(kept.thread());
                if (stored.equals(before)) {
                    if (now.isEmpty()) {
                        interviews.forget(kept.thread());
                    } else if (!now.equals(before)) {
                        interviews.keep(now.get());
                    }
                    return;
                }
                // Somebody else kept it while it was read here, and may have read it later.
                before = stored;
            }
        } catch (SlackFailure e) {
            if (e.isPassing() || e.isLockedOut()) {
                missed.set(true);
            }
            troubles.tell(e, kept.thread().channel().name());
        }
    }

    /// The interview with the words that are there now; where only one side is left, what they say
    /// stays what it was. Empty where no words are left.
    private Optional<Interview> now(Interview before) {
        List<Spoken> spoken;
        try {
            spoken = spoken(before.thread());
        } catch (SlackFailure e) {
            if (e.code().equals("thread_not_found") || e.code().equals("message_not_found")) {
                return Optional.empty();
            }
            throw e;
        }
        var turns = ThreadTurns.of(spoken);
        if (turns.isEmpty()) {
            turns = ThreadTurns.remaining(spoken, before.turns());
        }
        return turns.isEmpty()
                ? Optional.empty()
                : Optional.of(interview(before.thread(), before.by(), before.kept(), turns));
    }
}
