package gleaner.intake;

import gleaner.command.Asker;
import gleaner.command.Reply;
import gleaner.news.Channel;
import gleaner.news.Event.ReactionAdded;
import gleaner.news.Event.ReactionRemoved;
import gleaner.news.MessageId;
import gleaner.news.Person;
import gleaner.news.PersonId;
import gleaner.news.Role;
import gleaner.news.State;
import gleaner.news.Visibility;
import gleaner.store.Repository;
import gleaner.store.Write;
import gleaner.store.Written;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Editors' reactions that decide something: they are carried out as commands, under an id made of
/// the reaction, so that what comes twice is done once. All others are votes.
final class Decisions {

    private final Repository repository;
    private final Answers answers;
    private final People people;

    Decisions(Repository repository, Answers answers, People people) {
        this.repository = repository;
        this.answers = answers;
        this.people = people;
    }

    /// What is to be said of a decision; nothing where it was simply done.
    record Answer(MessageId to, String text) {}

    Write.React react(ReactionAdded added) {
        return react(added.message(), added.person().id(), added.emoji(), added.time(), true);
    }

    Write.React react(ReactionRemoved removed) {
        return react(
                removed.message(), removed.person().id(), removed.emoji(), removed.time(), false);
    }

    private Write.React react(
            MessageId message, PersonId person, String emoji, Instant time, boolean on) {
        return new Write.React(message, person, emoji, time, on, decided(person, emoji).isEmpty());
    }

    private Optional<State> decided(PersonId person, String emoji) {
        return people.verb(emoji).filter(_ -> people.roleOf(person) == Role.EDITOR);
    }

    /// Carries out the reactions that came before their message.
    List<Answer> early(Write.Post post, Written written) {
        if (written.links().isEmpty()) {
            return List.of();
        }
        return written.earlyReactions().stream()
                .flatMap(early ->
                        decided(early.person(), early.emoji())
                                .flatMap(state ->
                                        run(
                                                post.posted().channel(),
                                                early.emoji(),
                                                new Gesture(early.person(), post.message()),
                                                written.version(),
                                                words(state, written)))
                                .stream())
                .toList();
    }

    /// Carries out a reaction to a message that is known.
    Optional<Answer> of(Write.React react, Written written) {
        var state = people.verb(react.emoji());
        if (react.vote() || written.links().isEmpty() || state.isEmpty()) {
            return Optional.empty();
        }
        if (!react.on() && !stands(state.get(), written)) {
            return Optional.empty();
        }
        return run(
                new Channel(react.message().channel(), ""),
                react.emoji() + react.on(),
                new Gesture(react.person(), react.message()),
                react.time(),
                react.on() ? words(state.get(), written) : "restore " + ids(written));
    }

    private boolean stands(State state, Written written) {
        return repository.links(written.links().stream().map(Written.Part::link).toList()).stream()
                .anyMatch(link -> link.curation().state() == state);
    }

    private static String words(State state, Written written) {
        var verb =
                switch (state) {
                    case PICKED -> "pick ";
                    case LEAD -> "lead ";
                    case HELD -> "hold ";
                    case SKIPPED -> "skip ";
                    case NEW -> "restore ";
                };
        return verb + ids(written);
    }

    private static String ids(Written written) {
        return String.join(" ", written.links().stream().map(part -> part.link().value()).toList());
    }

    private Optional<Answer> run(
            Channel channel, String sign, Gesture gesture, Instant time, String words) {
        var id = id(gesture, sign, time);
        var reply =
                answers.command(
                        words,
                        new Asker(
                                id,
                                new Person(gesture.person(), ""),
                                people.roleOf(gesture.person()),
                                channel,
                                Visibility.PUBLIC,
                                time,
                                Optional.empty()));
        return reply.kind() == Reply.Kind.DONE
                ? Optional.empty()
                : Optional.of(new Answer(id, ReplyText.write(reply, gesture)));
    }

    private static MessageId id(Gesture gesture, String sign, Instant time) {
        var text =
                String.join(
                        "\n",
                        gesture.message().toString(),
                        gesture.person().toString(),
                        sign,
                        Long.toString(time.toEpochMilli()));
        return new MessageId(
                gesture.message().channel(),
                "reaction-" + UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)));
    }
}
