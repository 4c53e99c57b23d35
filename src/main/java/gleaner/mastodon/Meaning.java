package gleaner.mastodon;

import gleaner.command.ChatAct;
import gleaner.command.Command;
import gleaner.command.CommandParser;
import gleaner.command.Understanding;
import gleaner.command.Understanding.Misunderstood;
import gleaner.command.Understanding.Understood;
import gleaner.command.Verb;
import gleaner.mastodon.MastodonApi.Reach;
import gleaner.mastodon.MastodonApi.Status;
import gleaner.news.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a mention is meant as: words to Gleaner, a wish to save the post above, or a message.
///
/// A link that somebody shares must not get lost by being taken for a command, and nobody is
/// answered who asked nothing. So words with a link are a command only where they begin with the
/// name of one that this person may give and are understood as a whole; words without one are a
/// command where they are understood, and are answered though they are not where they were meant
/// for Gleaner alone: in a direct post, or where they come close to a command and answer nobody.
sealed interface Meaning {

    /// Keep the links of the post above.
    ///
    /// @param tags the hashtags that were put to it, as Markdown
    record Save(String tags) implements Meaning {}

    /// A command.
    ///
    /// @param words without the mention
    /// @param adds whether it shares a link
    record Order(String words, boolean adds) implements Meaning {}

    /// Keep the thread above as an interview.
    ///
    /// @param words the command that tells what was kept
    record Interview(String words) implements Meaning {}

    record Message() implements Meaning {}

    Set<String> FILLERS =
            Set.of(
                    "this", "that", "it", "these", "those", "please", "link", "links", "post",
                    "toot", "one", "ones", "above", "the", "for", "me", "us", "later", "too",
                    "both", "all", "them", "thanks", "here");

    /// Tells it.
    ///
    /// @param addressed whether the status begins with Gleaner's mention
    /// @param toSelf whether it answers a post of Gleaner's
    static Meaning of(
            StatusWords words,
            Status status,
            boolean addressed,
            boolean toSelf,
            Role role,
            CommandParser parser) {
        var own = words.own();
        if (!addressed) {
            return new Message();
        }
        if (status.replyTo().isPresent() && !toSelf && !words.hasLinks()) {
            var tags = saved(own);
            if (tags.isPresent()) {
                return new Save(String.join(" ", tags.get()));
            }
        }
        if (own.isBlank()) {
            return toSelf
                            || words.hasLinks()
                            || !words.quoted().isBlank()
                            || !words.warning().isBlank()
                    ? new Message()
                    : new Order("help", false);
        }
        var understanding = parser.parse(own);
        return words.hasLinks()
                ? withLink(own, understanding, role)
                : withoutLink(own, understanding, status, toSelf, role);
    }

    private static Meaning withLink(String own, Understanding understanding, Role role) {
        return switch (understanding) {
            case Understood(var command) ->
                    startsWithAddress(own) || !mayGive(command.verb(), role)
                            ? new Message()
                            : new Order(own, command instanceof Command.Add);
            case Misunderstood _ -> new Message();
        };
    }

    private static boolean startsWithAddress(String own) {
        var start = own.replaceFirst("^[<\\[(*]+", "").toLowerCase(Locale.ROOT);
        return start.startsWith("http://") || start.startsWith("https://") || own.startsWith("[");
    }

    private static boolean mayGive(Verb verb, Role role) {
        return switch (verb.right()) {
            case EVERYBODY, SHARER -> true;
            case EDITOR -> role == Role.EDITOR;
        };
    }

    private static Meaning withoutLink(
            String own, Understanding understanding, Status status, boolean toSelf, Role role) {
        return switch (understanding) {
            case Understood(var command) ->
                    status.replyTo().isPresent() && mayGive(command.verb(), role)
                            ? order(own, command, toSelf)
                            : new Order(own, false);
            case Misunderstood(_, var suggestion) -> {
                var isDirect = status.reach() == Reach.DIRECT;
                var isNear =
                        isDirect
                                ? !suggestion.equals("help")
                                : status.replyTo().isEmpty() && Slip.isVerb(own.split("\\s", 2)[0]);
                var isAlone = status.mentions().size() <= 1;
                yield isAlone && (isNear || (isDirect && !toSelf))
                        ? new Order(own, false)
                        : new Message();
            }
        };
    }

    /// Without more words `interview` is about the thread that it stands in, as every command is
    /// about the message that it answers; below a post of Gleaner's it is one more command.
    private static Meaning order(String own, Command command, boolean toSelf) {
        if (command instanceof Command.Talk(var act)) {
            var isAlone = own.strip().indexOf(' ') < 0;
            if (act instanceof ChatAct.ThisThread) {
                return new Interview(own);
            }
            if (act instanceof ChatAct.Show && isAlone && !toSelf) {
                return new Interview("interview this");
            }
        }
        return new Order(own, false);
    }

    /// The hashtags of a wish to save the post above; empty where it is none.
    private static Optional<List<String>> saved(String own) {
        var tags = new ArrayList<String>();
        var first = true;
        for (var token : own.strip().split("\\s+", -1)) {
            var word = withoutEnd(token.toLowerCase(Locale.ROOT));
            if (word.startsWith("#") && word.length() > 1) {
                tags.add(token);
            } else if (!word.isEmpty()) {
                if (first ? !isSave(word) : !FILLERS.contains(word)) {
                    return Optional.empty();
                }
                first = false;
            }
        }
        return Optional.of(tags);
    }

    private static String withoutEnd(String token) {
        var end = token.length();
        while (end > 0 && ".,;:!?".indexOf(token.charAt(end - 1)) >= 0) {
            end--;
        }
        return token.substring(0, end);
    }

    private static boolean isSave(String word) {
        return word.equals(Verb.ADD.word())
                || Verb.ADD.synonyms().contains(word)
                || word.equals("please");
    }
}
