package gleaner.command;

import gleaner.news.GleanerException;
import gleaner.news.Tag;
import gleaner.store.Act;
import gleaner.store.HandedOver;
import gleaner.store.PublishedIssue;
import gleaner.store.Repository;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// Published issues on their way out: to a publisher as a draft, and as feeds.
///
/// An issue is published first and handed over then. Where that fails it stays published, and the
/// answer says how to try again.
final class HandingOver {

    /// So many issues are in a feed.
    private static final int ISSUES_IN_FEED = 20;

    /// In so many issues a tag is looked for.
    private static final int ISSUES_WITH_TAG = 60;

    private final Repository repository;
    private final DraftMaker drafts;
    private final Publishers publishers;

    HandingOver(Repository repository, DraftMaker drafts, Publishers publishers) {
        this.repository = repository;
        this.drafts = drafts;
        this.publishers = publishers;
    }

    /// Publishes where there is something to publish, and hands over.
    ///
    /// @param open the issue that was open when the command was given
    /// @param words the command, for the history
    /// @param publish publishes the open issue; given twice, it answers as the first time
    Reply publish(
            Command.Publish command,
            Command.Handover to,
            int open,
            String words,
            Asker asker,
            Supplier<Reply> publish) {
        var number = command.number().filter(named -> named != open);
        if (number.isPresent() && number.get() > open) {
            return Replies.refused(
                    "Issue %d has not been published; issue %d is open."
                            .formatted(number.get(), open));
        }
        if (to.isRehearsal()) {
            return rehearsed(command, to, number, asker);
        }
        var answer = repository.answerTo(asker.command()).map(Replies::read);
        if (answer.isPresent() && Json.read(answer.get().json()).has("handed")) {
            return answer.get();
        }
        if (number.isPresent()) {
            return filed(number.get(), to, words, asker);
        }
        // What is not set up is told before anything is frozen.
        publishers.ready(to.destination());
        if (answer.isEmpty() && command.number().isEmpty() && open > 1 && isEmpty(command, asker)) {
            return filed(open - 1, to, words, asker);
        }
        var published = publish.get();
        if (!published.kind().isFine()) {
            return published;
        }
        return both(published, handed(Json.read(published.json()).path("issue").asInt(), to), to);
    }

    private boolean isEmpty(Command.Publish command, Asker asker) {
        return drafts.freeze(command.pickedOnly(), asker.time()).items().isEmpty();
    }

    private Reply rehearsed(
            Command.Publish command, Command.Handover to, Optional<Integer> number, Asker asker) {
        var frozen = drafts.freeze(command.pickedOnly(), asker.time());
        var open = frozen.words().number();
        var named = number.filter(asked -> asked != open);
        var edition =
                named.isEmpty() && (!frozen.items().isEmpty() || open == 1)
                        ? Optional.of(
                                new Edition(open, asker.time(), frozen.title(), frozen.forms()))
                        : edition(named.orElse(open - 1));
        if (edition.isEmpty()) {
            return unknown(named.orElse(open - 1));
        }
        var requests = publishers.rehearse(edition.get(), latest(edition.get()), to.destination());
        var json =
                Json.object()
                        .put("issue", edition.get().number())
                        .put("to", to.destination().toString())
                        .put("requests", requests);
        return new Reply(Reply.Kind.DOCUMENT, requests, json.toString());
    }

    /// Hands over an issue that was published before, and files that in the history.
    private Reply filed(int number, Command.Handover to, String words, Asker asker) {
        var reply = handed(number, to);
        if (reply.kind().isFine()) {
            var outcome = Json.read(reply.json()).at("/handed/outcome").asString();
            repository.commit(
                    Act.handedOver(
                            asker.command(),
                            asker.person(),
                            asker.time(),
                            words.strip(),
                            new HandedOver(number, to.destination().toString(), outcome),
                            Replies.write(reply)));
        }
        return reply;
    }

    private Reply handed(int number, Command.Handover to) {
        var edition = edition(number);
        if (edition.isEmpty()) {
            return unknown(number);
        }
        var again = "publish %d to %s".formatted(number, to.destination());
        try {
            var handed =
                    publishers.hand(
                            edition.get(),
                            latest(edition.get()),
                            to.destination(),
                            to.isConfirmed());
            var json = Json.object().put("done", Verb.PUBLISH.word());
            json.set("links", Json.texts(List.of()));
            json.put("message", handed.sentence()).put("issue", number);
            json.set("handed", outcome(handed, to));
            return new Reply(Reply.Kind.DONE, handed.sentence(), json.toString());
        } catch (GleanerException e) {
            var kind =
                    e.kind() == GleanerException.Kind.UNAVAILABLE
                            ? Reply.Kind.FAILED
                            : Reply.Kind.REFUSED;
            return Replies.error(kind, e.sentence(), Optional.of(again));
        }
    }

    private static ObjectNode outcome(Publishers.Handed handed, Command.Handover to) {
        var json =
                Json.object()
                        .put("to", to.destination().toString())
                        .put("outcome", handed.outcome());
        Json.put(json, "url", handed.url());
        return json;
    }

    private static Reply both(Reply published, Reply handed, Command.Handover to) {
        var json = (ObjectNode) Json.read(published.json());
        if (handed.kind().isFine()) {
            var words = published.markdown() + "\n\n" + handed.markdown();
            json.put("message", words);
            json.set("handed", Json.read(handed.json()).path("handed"));
            return new Reply(Reply.Kind.DONE, words, json.toString());
        }
        var number = json.path("issue").asInt();
        var again = "publish %d to %s".formatted(number, to.destination());
        var words =
                "%s\n\nBut it was not handed over to %s: %s It stays published; `%s` hands it over again."
                        .formatted(
                                published.markdown(),
                                to.destination().shown(),
                                handed.markdown(),
                                again);
        var error = Json.object().put("error", words).put("suggestion", again);
        return new Reply(handed.kind(), words, error.put("published", number).toString());
    }

    private Reply unknown(int number) {
        return Replies.refused(
                "There is no published issue %d; `issues` shows those there are."
                        .formatted(number));
    }

    private Optional<Edition> edition(int number) {
        return number < 1 ? Optional.empty() : repository.snapshot(number).map(Edition::of);
    }

    /// The latest published issues with the one that is handed over among them.
    private List<Edition> latest(Edition one) {
        return published(ISSUES_IN_FEED).stream()
                .map(each -> each.number() == one.number() ? one : each)
                .toList();
    }

    private List<Edition> published(int count) {
        return repository.publishedIssues(count).stream()
                .map(PublishedIssue::number)
                .flatMap(number -> edition(number).stream())
                .toList();
    }

    /// A feed of the latest issues, or of what ran in them under a tag, whatever that was called
    /// then.
    Reply feed(Command.Feed command) {
        var aliases = command.tag().isPresent() ? repository.aliases() : Map.<Tag, Tag>of();
        var tag = command.tag().map(named -> current(named, aliases));
        var names = command.tag().map(_ -> ISSUES_WITH_TAG).orElse(ISSUES_IN_FEED);
        var text =
                publishers.feed(
                        command.form(), published(names), tag, found -> current(found, aliases));
        var json = Json.object().put("form", command.form().toString());
        Json.put(json, "tag", tag.map(Tag::shown));
        return new Reply(Reply.Kind.DOCUMENT, text, json.put("feed", text).toString());
    }

    private static Tag current(Tag tag, Map<Tag, Tag> aliases) {
        var now = tag;
        for (int i = 0; i < 16 && aliases.containsKey(now); i++) {
            now = aliases.get(now);
        }
        return now;
    }
}
