package gleaner.mastodon;

import gleaner.command.CommandParser;
import gleaner.mastodon.MastodonApi.Account;
import gleaner.mastodon.MastodonApi.Reach;
import gleaner.mastodon.MastodonApi.Status;
import gleaner.news.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Puts the words of a mention together: with the rest of its author's thread, or with the post
/// above that it asks to save.
final class Composer {

    private static final int MOST_PARTS = 20;

    private final MastodonApi api;
    private final Remembered remembered;
    private final Account self;
    private final CommandParser parser;

    Composer(MastodonApi api, Remembered remembered, Account self, CommandParser parser) {
        this.api = api;
        this.remembered = remembered;
        this.self = self;
        this.parser = parser;
    }

    /// What a mention came to.
    ///
    /// @param text Markdown, or the words of a command
    /// @param parts the statuses whose words these are, in their order
    /// @param reach who could read all of it: the narrowest of the parts
    /// @param above the post of somebody else that is to be saved
    record Composed(
            Seen.Kind kind, String text, List<Status> parts, Reach reach, Optional<Status> above) {}

    /// @param withRest whether to look for what its author has written below it since
    Composed compose(Status status, Role role, boolean withRest) {
        return switch (meaning(status, role)) {
            case Meaning.Order(var text, var adds) ->
                    order(status, text, adds ? Seen.Kind.ADD : Seen.Kind.COMMAND);
            case Meaning.Save(var tags) -> saved(status, tags);
            case Meaning.Interview(var text) -> order(status, text, Seen.Kind.INTERVIEW);
            case Meaning.Message() -> message(status, withRest);
        };
    }

    /// Whether it is said to Gleaner and not to people.
    boolean isOrder(Status status, Role role) {
        return switch (meaning(status, role)) {
            case Meaning.Order _, Meaning.Save _, Meaning.Interview _ -> true;
            case Meaning.Message() -> false;
        };
    }

    private Meaning meaning(Status status, Role role) {
        var words = words(status);
        var isSelf = isSelf(status);
        var addressed =
                status.reach() == Reach.DIRECT
                        || words.addressees().stream()
                                .anyMatch(href -> isSelf.test(href) || isNobodyElse(status, href));
        return Meaning.of(words, status, addressed, isOwn(status.replyToAccount()), role, parser);
    }

    private static Composed order(Status status, String text, Seen.Kind kind) {
        return new Composed(kind, text, List.of(status), status.reach(), Optional.empty());
    }

    /// The words of an `add` for an edit: what comes after the verb.
    static String withoutVerb(String text) {
        var blank = text.indexOf(' ');
        return blank < 0 ? text : text.substring(blank + 1).strip();
    }

    Composed message(Status status, boolean withRest) {
        var parts = new ArrayList<Status>();
        var isReplyToSelf = status.replyToAccount().equals(Optional.of(status.account().id()));
        if (isReplyToSelf || (withRest && status.isAnswered())) {
            var context = api.context(status.id());
            context.ifPresent(around -> {
                parts.addAll(before(status, around.before()));
                parts.add(status);
                parts.addAll(after(status, around.after()));
            });
        }
        if (parts.isEmpty()) {
            parts.add(status);
        }
        var text = StatusWords.join(parts.stream().map(part -> words(part).markdown()).toList());
        return new Composed(
                Seen.Kind.MESSAGE, text, parts, narrowest(parts.stream()), Optional.empty());
    }

    /// What the author wrote right above, as far as it is not known as a message already.
    private List<Status> before(Status status, List<Status> above) {
        var chain = new ArrayList<Status>();
        var child = status;
        for (var candidate : above.reversed()) {
            if (chain.size() == MOST_PARTS
                    || !child.replyTo().equals(Optional.of(candidate.id()))
                    || !candidate.account().id().equals(status.account().id())
                    || isAnotherMessage(candidate, status)) {
                break;
            }
            chain.addFirst(candidate);
            child = candidate;
        }
        return chain;
    }

    private boolean isAnotherMessage(Status candidate, Status status) {
        return remembered
                .whole(candidate.id())
                .filter(seen -> !seen.id().equals(status.id()))
                .isPresent();
    }

    /// What the author wrote below without mentioning Gleaner again, which would be a message of
    /// its own.
    private List<Status> after(Status status, List<Status> below) {
        var chain = new ArrayList<Status>();
        var parent = status;
        for (var candidate : below) {
            if (chain.size() < MOST_PARTS
                    && candidate.replyTo().equals(Optional.of(parent.id()))
                    && candidate.account().id().equals(status.account().id())
                    && candidate.mentions().stream()
                            .noneMatch(mention -> isOwn(Optional.of(mention.id())))) {
                chain.add(candidate);
                parent = candidate;
            }
        }
        return chain;
    }

    /// The links of the post above, or of the one above that.
    private Composed saved(Status status, String tags) {
        for (var above : above(status)) {
            if (!isOwn(Optional.of(above.account().id())) && words(above).hasLinks()) {
                return saved(status, tags, above);
            }
        }
        return order(status, "save this", Seen.Kind.COMMAND);
    }

    private Composed saved(Status status, String tags, Status above) {
        var words = words(above);
        var parts = List.of(above, status);
        if (above.account().id().equals(status.account().id())) {
            var text = StatusWords.join(List.of(words.markdown(), tags));
            return new Composed(
                    Seen.Kind.MESSAGE, text, parts, narrowest(parts.stream()), Optional.empty());
        }
        var text =
                StatusWords.join(
                        List.of(
                                tags,
                                StatusWords.quote(
                                        StatusWords.join(List.of(words.warning(), words.own())))));
        return new Composed(
                Seen.Kind.MESSAGE,
                text,
                List.of(status),
                narrowest(parts.stream()),
                Optional.of(above));
    }

    private List<Status> above(Status status) {
        var around = api.context(status.id());
        if (around.isPresent() && !around.get().before().isEmpty()) {
            var before = around.get().before();
            return before.subList(Math.max(0, before.size() - 2), before.size()).reversed();
        }
        var parent = status.replyTo().flatMap(api::status);
        var grandparent = parent.flatMap(Status::replyTo).flatMap(api::status);
        return Stream.concat(parent.stream(), grandparent.stream()).toList();
    }

    StatusWords words(Status status) {
        return StatusWords.of(status, isSelf(status));
    }

    boolean isOwn(Optional<String> account) {
        return account.filter(self.id()::equals).isPresent();
    }

    /// Some servers lead to an account by another address than they list.
    private boolean isNobodyElse(Status status, String href) {
        return status.mentions().stream().anyMatch(mention -> mention.id().equals(self.id()))
                && status.mentions().stream().noneMatch(mention -> mention.url().equals(href));
    }

    private Predicate<String> isSelf(Status status) {
        return url ->
                url.equals(self.url())
                        || status.mentions().stream()
                                .anyMatch(mention ->
                                        mention.id().equals(self.id())
                                                && mention.url().equals(url));
    }

    private static Reach narrowest(Stream<Status> statuses) {
        return statuses.map(Status::reach).max(Comparator.naturalOrder()).orElse(Reach.DIRECT);
    }
}
