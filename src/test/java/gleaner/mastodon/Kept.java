package gleaner.mastodon;

import gleaner.command.Reply;
import gleaner.news.Event;
import gleaner.news.GleanerException;
import gleaner.news.Interview;
import gleaner.news.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// The channel's ports in memory: what outlives a channel that was killed.
final class Kept implements MastodonInbox, MastodonOutbox, MastodonMemory, MastodonDesk {

    private final List<Event> events = new ArrayList<>();
    private final Map<String, String> notes = new TreeMap<>();
    private final Map<String, Instant> due = new LinkedHashMap<>();
    private final Map<String, Long> counts = new HashMap<>();
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final Set<MessageId> sent = new HashSet<>();
    private final Map<MessageId, Interview> interviews = new LinkedHashMap<>();
    private final List<Preview> previews = new ArrayList<>();
    private final List<Post> suggested = new ArrayList<>();
    private Optional<Issue> published = Optional.empty();
    private String holder = "";
    private int failures;
    private int next;

    /// The next so many appends fail, as when Redis is away.
    synchronized void failAppends(int times) {
        failures = times;
    }

    synchronized List<Event> events() {
        return List.copyOf(events);
    }

    synchronized Map<String, String> notes() {
        return Map.copyOf(notes);
    }

    /// What the newsroom published last; empty where it was taken back.
    synchronized void publish(Optional<Issue> issue) {
        published = issue;
    }

    @Override
    public synchronized Optional<Issue> published() {
        return published;
    }

    @Override
    public synchronized void keep(Interview interview) {
        interviews.put(interview.thread(), interview);
        notifyAll();
    }

    @Override
    public synchronized Optional<Interview> interview(MessageId thread) {
        return Optional.ofNullable(interviews.get(thread));
    }

    @Override
    public synchronized void forget(MessageId thread) {
        interviews.remove(thread);
        notifyAll();
    }

    synchronized List<Interview> interviews() {
        return List.copyOf(interviews.values());
    }

    synchronized List<Preview> previews() {
        return List.copyOf(previews);
    }

    synchronized List<Post> suggested() {
        return List.copyOf(suggested);
    }

    @Override
    public synchronized void preview(Preview preview) {
        previews.add(preview);
        notifyAll();
    }

    @Override
    public synchronized void suggest(Post post) {
        suggested.add(post);
        notifyAll();
    }

    synchronized boolean isAnswered() {
        return answers.isEmpty();
    }

    synchronized void await(BooleanSupplier condition) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        try {
            while (!condition.getAsBoolean()) {
                var left = end - System.nanoTime();
                if (left <= 0) {
                    throw new IllegalStateException(
                            "It never came to be; events: " + events + ", notes: " + notes);
                }
                TimeUnit.NANOSECONDS.timedWait(this, Math.min(left, 1_000_000_000L));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized void append(List<Event> more) {
        if (failures > 0) {
            failures--;
            throw GleanerException.unavailable("Redis is away.");
        }
        events.addAll(more);
        notifyAll();
    }

    @Override
    public synchronized void send(MessageId to, Reply reply) {
        if (sent.add(to)) {
            var place = "%05d".formatted(next++);
            answers.put(place, new Answer(place, to, reply));
            notifyAll();
        }
    }

    @Override
    public synchronized List<Answer> read(String after, Duration wait) {
        try {
            var end = System.nanoTime() + wait.toNanos();
            for (var left = wait.toNanos(); answers.isEmpty() && left > 0; ) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
                left = end - System.nanoTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.copyOf(answers.values());
    }

    @Override
    public synchronized void delivered(Answer answer) {
        answers.remove(answer.place());
        notifyAll();
    }

    @Override
    public synchronized Optional<String> read(String name) {
        return Optional.ofNullable(notes.get(name));
    }

    @Override
    public synchronized void write(String name, String text, Duration life) {
        notes.put(name, text);
        notifyAll();
    }

    @Override
    public synchronized void write(
            String name, String text, Duration life, String id, Instant when) {
        remind(id, when);
        write(name, text, life);
    }

    @Override
    public synchronized void remind(String id, Instant when) {
        due.put(id, when);
    }

    @Override
    public synchronized void settle(String id) {
        due.remove(id);
        notifyAll();
    }

    @Override
    public synchronized List<String> due(Instant now, int most) {
        return due.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .limit(most)
                .toList();
    }

    @Override
    public synchronized long count(String name, Duration window) {
        return counts.merge(name, 1L, Long::sum);
    }

    @Override
    public synchronized boolean hold(String who, Duration life) {
        if (holder.isEmpty()) {
            holder = who;
        }
        return holder.equals(who);
    }

    @Override
    public synchronized void release(String who) {
        holder = holder.equals(who) ? "" : holder;
    }

    /// As when the lease of a dead process runs out.
    synchronized void leaseRunsOut() {
        holder = "";
    }
}
