package gleaner.mastodon;

import gleaner.command.Reply;
import gleaner.mastodon.MastodonApi.Instance;
import gleaner.mastodon.MastodonApi.Reach;
import gleaner.mastodon.MastodonApi.Status;
import gleaner.mastodon.MastodonOutbox.Answer;
import gleaner.news.GleanerException;
import gleaner.news.PersonId;
import gleaner.news.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives answers: a favourite to a message whose links were kept, words to a command; once each,
/// whatever dies meanwhile.
///
/// What is too long for some posts ends with an ellipsis, but an editor's draft comes whole, as a
/// thread, and directly: it holds what only editors may see. What goes to an editor unasked is a
/// thread of its own.
final class Answering {

    private static final Logger log = LoggerFactory.getLogger(Answering.class);
    private static final int POSTS = 3;

    /// So many failures in a row are not about one answer.
    private static final int ENOUGH = 3;

    private final MastodonApi api;
    private final Remembered remembered;
    private final MastodonOutbox outbox;
    private final MastodonDesk desk;
    private final Posting posting;
    private final Function<PersonId, Role> roles;
    private final Instance home;
    private final BooleanSupplier maySpeak;

    /// @param maySpeak asked before every answer and every post: however long something took, no
    ///   two processes answer
    Answering(
            MastodonApi api,
            Remembered remembered,
            MastodonOutbox outbox,
            MastodonDesk desk,
            Posting posting,
            Function<PersonId, Role> roles,
            Instance home,
            BooleanSupplier maySpeak) {
        this.api = api;
        this.remembered = remembered;
        this.outbox = outbox;
        this.desk = desk;
        this.posting = posting;
        this.roles = roles;
        this.home = home;
        this.maySpeak = maySpeak;
    }

    /// Gives these, in their order; one that the server does not take now is tried again later and
    /// holds up none of the others, until several in a row show that it takes none.
    ///
    /// @throws MastodonTrouble where none can be given now
    void give(List<Answer> answers, Waiting waiting) {
        var refused = new LinkedHashMap<Answer, MastodonTrouble>();
        int inARow = 0;
        for (var answer : answers) {
            try {
                if (!give(answer)) {
                    waiting.forget();
                    return;
                }
                waiting.given(answer);
                inARow = 0;
            } catch (MastodonTrouble e) {
                if (!isOfOne(e) || ++inARow == ENOUGH) {
                    throw e;
                }
                refused.put(answer, e);
            }
        }
        refused.forEach((answer, trouble) -> {
            if (waiting.failed(answer)) {
                log.warn(
                        "Mastodon: the answer to the status {} has to wait: {}",
                        answer.to().id(),
                        trouble.sentence());
            }
        });
    }

    /// Whether it may be about that answer alone.
    private static boolean isOfOne(MastodonTrouble trouble) {
        return switch (trouble.kind()) {
            case AWAY, GARBLED, FORBIDDEN, MISSING, REFUSED -> true;
            case TOO_MANY, TOKEN, MOVED -> false;
        };
    }

    /// Gives one answer and takes it out of the outbox; also where it can never be given.
    ///
    /// @return false where another process is to give it
    /// @throws MastodonTrouble where it may be given later
    private boolean give(Answer answer) {
        if (!maySpeak.getAsBoolean()) {
            return false;
        }
        try {
            if (!isGiven(answer)) {
                return false;
            }
        } catch (MastodonTrouble e) {
            switch (e.kind()) {
                case TOO_MANY, AWAY, GARBLED, TOKEN, MOVED -> throw e;
                case FORBIDDEN, MISSING, REFUSED ->
                        log.info(
                                "The answer to the status {} cannot be given: {}",
                                answer.to().id(),
                                e.sentence());
            }
        } catch (GleanerException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("The answer to the status {} broke and is left out.", answer.to().id(), e);
        }
        outbox.delivered(answer);
        return true;
    }

    private boolean isGiven(Answer answer) {
        var id = answer.to().id();
        if (answer.to().channel().equals(Ids.EDITORS.id())) {
            return tellEditor(id, answer.reply());
        }
        var seen = remembered.seen(id);
        return seen.isEmpty()
                || !answer.to().channel().equals(Ids.MENTIONS.id())
                || give(seen.get(), answer.reply());
    }

    private boolean tellEditor(String id, Reply reply) {
        var handle = Handle.parse(MastodonEditors.handle(id), home.domain());
        var posts =
                NumberedPosts.of(PostText.blocks(reply.markdown()), size(), address(handle), "");
        return posting.thread(
                id,
                posts.size(),
                Optional.empty(),
                Posting.drafts(posts, _ -> Reach.DIRECT, ""),
                maySpeak);
    }

    private PostSize size() {
        return new PostSize(home.mostCharacters(), home.perUrl());
    }

    private boolean give(Seen seen, Reply reply) {
        return switch (seen.kind()) {
            case MESSAGE -> {
                if (reply.kind() == Reply.Kind.DONE) {
                    api.favourite(seen.id()).flatMap(Status::card).ifPresent(desk::preview);
                }
                yield true;
            }
            case COMMAND, INTERVIEW, ADD, TOO_MANY -> write(seen, reply);
            case ABOVE -> true;
        };
    }

    private boolean write(Seen seen, Reply reply) {
        var size = size();
        var handle = Handle.parse(seen.handle(), home.domain());
        var isDraft = reply.isDocument() && roles.apply(handle.person()) == Role.EDITOR;
        var posts = isDraft ? draft(size, handle, reply.markdown()) : List.<String>of();
        if (posts.isEmpty()) {
            var words = words(reply);
            posts = size.cut(address(handle), words.isBlank() ? "Done." : words, POSTS);
        }
        var reach = isDraft ? Reach.DIRECT : reach(seen.reach());
        return posting.thread(
                seen.id(),
                posts.size(),
                Optional.of(seen.id()),
                Posting.drafts(posts, _ -> reach, ""),
                maySpeak);
    }

    private static String words(Reply reply) {
        if (!reply.isDocument()) {
            return PostText.of(reply.markdown());
        }
        return reply.markdown().startsWith("#")
                ? PostText.document(reply.markdown())
                : PostText.calm(reply.markdown());
    }

    /// The whole draft; empty where it is in a form that no person reads in posts.
    private List<String> draft(PostSize size, Handle handle, String document) {
        return switch (document.isEmpty() ? ' ' : document.charAt(0)) {
            case '<', '{' -> List.of();
            case '#' -> NumberedPosts.of(PostText.blocks(document), size, address(handle), "");
            default -> NumberedPosts.of(PostText.paragraphs(document), size, address(handle), "");
        };
    }

    private String address(Handle handle) {
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
