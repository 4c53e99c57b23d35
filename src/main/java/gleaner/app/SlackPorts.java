package gleaner.app;

import gleaner.intake.ReplyText;
import gleaner.news.Event;
import gleaner.news.Event.MessagePosted;
import gleaner.news.Interview;
import gleaner.news.MessageId;
import gleaner.slack.SlackArchive;
import gleaner.slack.SlackChannel;
import gleaner.slack.SlackDesk;
import gleaner.slack.SlackInbox;
import gleaner.slack.SlackInterviews;
import gleaner.slack.SlackMemory;
import gleaner.slack.SlackOutbox;
import gleaner.slack.SlackQueue;
import gleaner.store.Delivery;
import gleaner.store.Notes;
import gleaner.store.Outbox;
import gleaner.store.Queue;
import gleaner.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What Slack's channel needs of the house, out of its store.
final class SlackPorts {

    /// The outbox that answers to Slack go to.
    static final String ADDRESS = "slack";

    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration DEAD = Duration.ofSeconds(30);

    private SlackPorts() {}

    /// @param consumer a name that no other process has
    static SlackChannel.Ports of(Store store, String consumer, SlackDesk desk) {
        return new SlackChannel.Ports(
                new StoredQueue(store.queue(ADDRESS), consumer),
                new StoredInbox(store),
                new StoredOutbox(store.outbox()),
                memory(store),
                new StoredArchive(store),
                desk,
                new StoredInterviews(store),
                new RanLinks(store.repository()));
    }

    static SlackMemory memory(Store store) {
        return new StoredMemory(store.notes(ADDRESS));
    }

    private static final class StoredQueue implements SlackQueue {

        private final Queue queue;
        private final String consumer;
        private long lastClaim = System.nanoTime() - DEAD.toNanos();

        StoredQueue(Queue queue, String consumer) {
            this.queue = queue;
            this.consumer = consumer;
        }

        @Override
        public void append(List<String> texts) {
            queue.append(texts);
        }

        @Override
        public List<Entry> take(int count, Duration wait) {
            List<Queue.Entry> entries = new ArrayList<>();
            if (System.nanoTime() - lastClaim >= DEAD.toNanos() / 2) {
                queue.open();
                lastClaim = System.nanoTime();
                entries.addAll(queue.claim(consumer, count, DEAD));
            }
            if (entries.isEmpty()) {
                entries.addAll(queue.take(consumer, count, wait));
            }
            return entries.stream().map(entry -> new Entry(entry.id(), entry.text())).toList();
        }

        @Override
        public void done(List<Entry> entries) {
            queue.done(
                    entries.stream()
                            .map(entry -> new Queue.Entry(entry.id(), entry.text()))
                            .toList());
        }

        @Override
        public void leave() {
            queue.leave(consumer);
        }
    }

    private record StoredInbox(Store store) implements SlackInbox {

        @Override
        public void append(List<Event> events) {
            store.inbox()
                    .append(
                            events.stream()
                                    .map(event -> new Delivery(event, ADDRESS, false))
                                    .toList());
        }

        @Override
        public boolean awaitDone(Duration patience) throws InterruptedException {
            var deadline = System.nanoTime() + patience.toNanos();
            while (store.inbox().size() > 0) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                Thread.sleep(LOOK);
            }
            return true;
        }
    }

    private record StoredOutbox(Outbox outbox) implements SlackOutbox {

        @Override
        public List<Answer> read(String after, Duration wait) {
            return outbox.read(ADDRESS, after, wait).stream()
                    .flatMap(answer -> readable(answer).stream())
                    .toList();
        }

        private Optional<Answer> readable(Outbox.Answer answer) {
            try {
                return Optional.of(
                        new Answer(
                                answer.id(),
                                answer.to(),
                                ReplyText.read(answer.text()),
                                ReplyText.gesture(answer.text())
                                        .map(gesture ->
                                                new Gesture(gesture.person(), gesture.message()))));
            } catch (IllegalStateException e) {
                outbox.setAside(ADDRESS, answer);
                return Optional.empty();
            }
        }

        @Override
        public boolean isWaiting(Answer answer) {
            return outbox.isWaiting(ADDRESS, stored(answer));
        }

        @Override
        public void delivered(Answer answer) {
            outbox.delivered(ADDRESS, stored(answer));
        }

        private static Outbox.Answer stored(Answer answer) {
            return new Outbox.Answer(answer.id(), answer.to(), "");
        }
    }

    private record StoredMemory(Notes notes) implements SlackMemory {

        @Override
        public void keep(String name, String text, Duration life) {
            notes.keep(name, text, life);
        }

        @Override
        public Optional<String> kept(String name) {
            return notes.kept(name);
        }

        @Override
        public void forget(String name) {
            notes.forget(name);
        }

        @Override
        public boolean claim(String name, Duration life) {
            return notes.claim(name, life);
        }

        @Override
        public void keepAll(List<String> names, Duration life) {
            notes.keepAll(names, life);
        }

        @Override
        public void raise(String table, Map<String, Long> values) {
            notes.raise(table, values);
        }

        @Override
        public Map<String, Long> table(String table) {
            return notes.table(table);
        }

        @Override
        public void dropBelow(String table, long value) {
            notes.dropBelow(table, value);
        }
    }

    private record StoredInterviews(Store store) implements SlackInterviews {

        @Override
        public void keep(Interview interview) {
            store.interviews().keep(interview);
        }

        @Override
        public Optional<Interview> of(MessageId thread) {
            return store.interviews().of(thread);
        }

        @Override
        public List<Interview> newest(int most) {
            return store.interviews().all().reversed().stream()
                    .filter(each -> each.channel().id().kind().equals(ADDRESS))
                    .limit(most)
                    .toList();
        }

        @Override
        public void forget(MessageId thread) {
            store.interviews().forget(thread);
        }
    }

    private record StoredArchive(Store store) implements SlackArchive {

        @Override
        public Optional<Known> known(MessageId message) {
            return store.messages()
                    .known(message)
                    .map(known ->
                            new Known(
                                    known.version(),
                                    known.links(),
                                    known.reactions().stream()
                                            .map(each -> new Reaction(each.person(), each.emoji()))
                                            .collect(Collectors.toSet())));
        }

        @Override
        public Optional<MessagePosted> message(MessageId message) {
            return store.messages().withWords(message, "");
        }
    }
}
