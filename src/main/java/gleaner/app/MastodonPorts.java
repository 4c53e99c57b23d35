package gleaner.app;

import gleaner.command.Reply;
import gleaner.intake.ReplyText;
import gleaner.mastodon.MastodonInbox;
import gleaner.mastodon.MastodonMemory;
import gleaner.mastodon.MastodonOutbox;
import gleaner.news.Event;
import gleaner.news.MessageId;
import gleaner.store.ChannelNotes;
import gleaner.store.Delivery;
import gleaner.store.Outbox;
import gleaner.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the Mastodon channel keeps, in Redis.
final class MastodonPorts implements MastodonInbox, MastodonOutbox, MastodonMemory {

    /// The outbox that answers to Mastodon go to.
    static final String ADDRESS = "mastodon";

    private static final Duration ANSWER_LIFE = Duration.ofDays(1);

    private final Store store;
    private final ChannelNotes notes;

    MastodonPorts(Store store) {
        this.store = store;
        this.notes = store.channelNotes(ADDRESS);
    }

    @Override
    public void append(List<Event> events) {
        store.inbox()
                .append(events.stream().map(event -> new Delivery(event, ADDRESS, false)).toList());
    }

    @Override
    public void send(MessageId to, Reply reply) {
        store.outbox()
                .send(
                        List.of(new Outbox.Outgoing(ADDRESS, to, ReplyText.write(reply))),
                        ANSWER_LIFE);
    }

    @Override
    public List<Answer> read(String after, Duration wait) {
        return store.outbox().read(ADDRESS, after.isEmpty() ? "0-0" : after, wait).stream()
                .map(answer -> new Answer(answer.id(), answer.to(), ReplyText.read(answer.text())))
                .toList();
    }

    @Override
    public void delivered(Answer answer) {
        store.outbox().delivered(ADDRESS, new Outbox.Answer(answer.place(), answer.to(), ""));
    }

    @Override
    public Optional<String> read(String name) {
        return notes.read(name);
    }

    @Override
    public void write(String name, String text, Duration life) {
        notes.write(name, text, life);
    }

    @Override
    public void remind(String id, Instant when) {
        notes.remind(id, when);
    }

    @Override
    public void settle(String id) {
        notes.settle(id);
    }

    @Override
    public List<String> due(Instant now, int most) {
        return notes.due(now, most);
    }

    @Override
    public long count(String name, Duration window) {
        return notes.count(name, window);
    }

    @Override
    public boolean hold(String holder, Duration life) {
        return notes.hold(holder, life);
    }

    @Override
    public void release(String holder) {
        notes.release(holder);
    }
}
