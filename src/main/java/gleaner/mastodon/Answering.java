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
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives answers: a favourite to a message whose links were kept, words to a command; once each,
/// whatever dies meanwhile.
///
/// Before a post it is written down that it is tried, after it which one it is. Where only the
/// first was written, the post is looked for below the mention before it is tried again, as not
/// every server heeds idempotency keys.
final class Answering {

    private static final Logger log = LoggerFactory.getLogger(Answering.class);
    private static final int POSTS = 3;

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
        var seen = remembered.seen(id);
        if (seen.isPresent() && answer.to().channel().equals(Ids.MENTIONS.id())) {
            try {
                give(seen.get(), answer.reply());
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
        outbox.delivered(answer);
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

    /// Without the line by which an edited draft is known again, which Mastodon would show.
    private static String seen(String document) {
        int at = document.lastIndexOf("\n[//]: # (");
        return at < 0 ? document : document.substring(0, at);
    }

    private void write(Seen seen, Reply reply) {
        var size = new PostSize(home.mostCharacters(), home.perUrl());
        var words =
                reply.isDocument()
                        ? PostText.calm(seen(reply.markdown()))
                        : PostText.of(reply.markdown());
        var posts = size.cut(address(seen), words.isBlank() ? "Done." : words, POSTS);
        var to = seen.id();
        for (int i = 0; i < posts.size(); i++) {
            to =
                    post(
                            seen,
                            i,
                            new Draft(posts.get(i), Optional.of(to), reach(seen.reach()), ""),
                            to);
        }
    }

    /// @return the post's id
    private String post(Seen seen, int number, Draft draft, String to) {
        var given = remembered.answer(seen.id(), number);
        if (given.isEmpty() && remembered.isTrying(seen.id(), number)) {
            given = own(to);
            given.ifPresent(id -> remembered.answered(seen.id(), number, id));
        }
        if (given.isPresent()) {
            return given.get();
        }
        remembered.trying(seen.id(), number);
        var posted = api.post(draft, key(seen.id(), number));
        remembered.answered(seen.id(), number, posted.id());
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

    private String address(Seen seen) {
        var handle = Handle.parse(seen.handle(), home.domain());
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
