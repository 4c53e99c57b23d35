package gleaner.mastodon;

import gleaner.command.Reply;
import gleaner.mastodon.MastodonApi.Account;
import gleaner.mastodon.MastodonApi.Draft;
import gleaner.mastodon.MastodonApi.Instance;
import gleaner.mastodon.MastodonApi.Reach;
import gleaner.mastodon.MastodonApi.Status;
import gleaner.mastodon.MastodonOutbox.Answer;
import gleaner.news.GleanerException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives answers: a favourite to a message whose links were kept, words to a command; once each,
/// whatever dies meanwhile.
///
/// Before a post it is written down that it is tried, after it which one it is. Where only the
/// first was written, the post is looked for below the mention before it is tried again, as not
/// every server heeds idempotency keys. What goes to an editor unasked is a thread of its own, posted
/// directly; its first post has nothing above it where it could be looked for, and relies on the key.
final class Answering {

    private static final Logger log = LoggerFactory.getLogger(Answering.class);
    private static final int POSTS = 3;
    private static final int EDITORS_POSTS = 20;

    private final MastodonApi api;
    private final Remembered remembered;
    private final MastodonOutbox outbox;
    private final Account self;
    private final Instance home;

    Answering(
            MastodonApi api,
            Remembered remembered,
            MastodonOutbox outbox,
            Account self,
            Instance home) {
        this.api = api;
        this.remembered = remembered;
        this.outbox = outbox;
        this.self = self;
        this.home = home;
    }

    /// Gives one answer and takes it out of the outbox; also where it can never be given.
    ///
    /// @throws MastodonTrouble where it may be given later
    void give(Answer answer) {
        var id = answer.to().id();
        if (answer.to().channel().equals(Ids.EDITORS.id())) {
            attempt(id, () -> tellEditor(id, answer.reply()));
        } else if (answer.to().channel().equals(Ids.MENTIONS.id())) {
            remembered.seen(id).ifPresent(seen -> attempt(id, () -> give(seen, answer.reply())));
        }
        outbox.delivered(answer);
    }

    private static void attempt(String id, Runnable give) {
        try {
            give.run();
        } catch (MastodonTrouble e) {
            switch (e.kind()) {
                case TOO_MANY, AWAY, GARBLED, TOKEN, MOVED -> throw e;
                case FORBIDDEN, MISSING, REFUSED ->
                        log.info(
                                "The answer to the status {} cannot be given: {}",
                                id,
                                e.sentence());
            }
        } catch (GleanerException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("The answer to the status {} broke and is left out.", id, e);
        }
    }

    private void give(Seen seen, Reply reply) {
        switch (seen.kind()) {
            case MESSAGE -> {
                if (reply.kind() == Reply.Kind.DONE) {
                    api.favourite(seen.id());
                }
            }
            case COMMAND, ADD, TOO_MANY -> write(seen, reply);
            case ABOVE -> {}
        }
    }

    private void write(Seen seen, Reply reply) {
        var words = words(reply);
        var posts =
                size().cut(address(seen.handle()), words.isBlank() ? "Done." : words, POSTS);
        thread(seen.id(), posts, Optional.of(seen.id()), reach(seen.reach()));
    }

    private void tellEditor(String id, Reply reply) {
        var posts =
                size().cut(address(MastodonEditors.handle(id)), words(reply), EDITORS_POSTS);
        thread(id, posts, Optional.empty(), Reach.DIRECT);
    }

    private PostSize size() {
        return new PostSize(home.mostCharacters(), home.perUrl());
    }

    private static String words(Reply reply) {
        return reply.isDocument()
                ? PostText.calm(reply.markdown())
                : PostText.of(reply.markdown());
    }

    /// @param id of what is answered, or of what is told unasked
    private void thread(String id, List<String> posts, Optional<String> above, Reach reach) {
        var to = above;
        for (int i = 0; i < posts.size(); i++) {
            to = Optional.of(post(id, i, new Draft(posts.get(i), to, reach, "")));
        }
    }

    /// @return the post's id
    private String post(String id, int number, Draft draft) {
        var given = remembered.answer(id, number);
        if (given.isEmpty() && remembered.isTrying(id, number)) {
            given = draft.replyTo().flatMap(this::own);
            given.ifPresent(found -> remembered.answered(id, number, found));
        }
        if (given.isPresent()) {
            return given.get();
        }
        remembered.trying(id, number);
        var posted = api.post(draft, key(id, number));
        remembered.answered(id, number, posted.id());
        return posted.id();
    }

    /// An answer of Gleaner's own to that status.
    private Optional<String> own(String to) {
        return api.context(to).stream()
                .flatMap(context -> context.after().stream())
                .filter(status -> status.account().id().equals(self.id()))
                .filter(status -> status.replyTo().equals(Optional.of(to)))
                .map(Status::id)
                .findFirst();
    }

    private String key(String id, int number) {
        var text = self.id() + "\n" + id + "\n" + number;
        return "gleaner-" + UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private String address(String written) {
        var handle = Handle.parse(written, home.domain());
        return handle.server().equals(Handle.domain(home.domain()))
                ? "@" + handle.user()
                : handle.toString();
    }

    /// Never wider than what is answered, at most unlisted. Gleaner's followers are not the
    /// asker's: so a post for followers is answered directly.
    static Reach reach(Reach asked) {
        return asked.isOpen() ? Reach.UNLISTED : Reach.DIRECT;
    }
}
