package gleaner.app;

import gleaner.capture.Capture;
import gleaner.command.DraftForm;
import gleaner.command.Reply;
import gleaner.intake.ReplyText;
import gleaner.mastodon.MastodonDesk;
import gleaner.mastodon.MastodonInbox;
import gleaner.mastodon.MastodonMemory;
import gleaner.mastodon.MastodonOutbox;
import gleaner.news.Channel;
import gleaner.news.Event;
import gleaner.news.Event.MessagePosted;
import gleaner.news.Interview;
import gleaner.news.LinkKey;
import gleaner.news.MessageId;
import gleaner.news.Person;
import gleaner.news.PersonId;
import gleaner.news.Visibility;
import gleaner.page.Corrections;
import gleaner.store.Delivery;
import gleaner.store.Notes;
import gleaner.store.Outbox;
import gleaner.store.Store;
import gleaner.store.Suggested;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What the Mastodon channel keeps, in Redis.
final class MastodonPorts implements MastodonInbox, MastodonOutbox, MastodonMemory, MastodonDesk {

    /// The outbox that answers to Mastodon go to.
    static final String ADDRESS = "mastodon";

    private static final Duration ANSWER_LIFE = Duration.ofDays(1);

    private final Store store;
    private final Notes notes;
    private final Capture capture;
    private final Function<String, LinkKey> keys;

    /// @param keys the key of a URL
    MastodonPorts(Store store, Capture capture, Function<String, LinkKey> keys) {
        this.capture = capture;
        this.keys = keys;
        this.store = store;
        this.notes = store.notes(ADDRESS);
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
                .flatMap(answer -> readable(answer).stream())
                .toList();
    }

    private Optional<Answer> readable(Outbox.Answer answer) {
        try {
            return Optional.of(new Answer(answer.id(), answer.to(), ReplyText.read(answer.text())));
        } catch (IllegalStateException e) {
            store.outbox().setAside(ADDRESS, answer);
            return Optional.empty();
        }
    }

    @Override
    public void delivered(Answer answer) {
        store.outbox().delivered(ADDRESS, new Outbox.Answer(answer.place(), answer.to(), ""));
    }

    @Override
    public void preview(Preview preview) {
        var repository = store.repository();
        repository
                .find(keys.apply(preview.url()))
                .ifPresent(id ->
                        repository.preview(
                                id,
                                Corrections.applied(
                                        PreviewPage.of(preview),
                                        preview.url(),
                                        repository.corrections(preview.url()))));
    }

    @Override
    public void suggest(Post post) {
        var person = PersonId.of(ADDRESS, post.handle());
        var channel = Channel.of(ADDRESS, "hashtags");
        var message =
                new MessagePosted(
                        new MessageId(channel.id(), post.status()),
                        channel,
                        new Person(person, post.handle()),
                        post.at(),
                        post.markdown(),
                        Visibility.PUBLIC,
                        Optional.empty(),
                        post.permalink(),
                        Optional.empty());
        for (var found : capture.shares(message, Optional.empty())) {
            if (store.repository().find(found.key()).isEmpty()) {
                store.suggestions()
                        .add(
                                new Suggested(
                                        Suggested.id(found.key()),
                                        found.share().url(),
                                        person,
                                        post.status(),
                                        post.permalink(),
                                        post.hashtag(),
                                        post.at()));
            }
        }
    }

    @Override
    public void keep(Interview interview) {
        store.interviews().keep(interview);
    }

    @Override
    public Optional<Interview> interview(MessageId thread) {
        return store.interviews().of(thread);
    }

    @Override
    public void forget(MessageId thread) {
        store.interviews().forget(thread);
    }

    @Override
    public Optional<Issue> published() {
        var repository = store.repository();
        var latest = repository.issueWords().number() - 1;
        return latest < 1
                ? Optional.empty()
                : repository
                        .snapshot(latest)
                        .map(issue ->
                                new Issue(
                                        latest,
                                        issue.at(),
                                        issue.forms()
                                                .getOrDefault(DraftForm.MARKDOWN.toString(), "")));
    }

    @Override
    public Optional<String> read(String name) {
        return notes.kept(note(name));
    }

    @Override
    public void write(String name, String text, Duration life) {
        notes.keep(note(name), text, life);
    }

    @Override
    public void remind(String id, Instant when) {
        notes.remind(id, when);
    }

    @Override
    public void write(String name, String text, Duration life, String id, Instant when) {
        notes.keep(note(name), text, life, id, when);
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
        return notes.count("count:" + name, window);
    }

    @Override
    public boolean hold(String holder, Duration life) {
        return notes.hold(holder, life);
    }

    @Override
    public void release(String holder) {
        notes.release(holder);
    }

    private static String note(String name) {
        return "note:" + name;
    }
}
