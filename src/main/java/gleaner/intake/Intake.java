package gleaner.intake;

import gleaner.capture.Capture;
import gleaner.command.Acknowledgements;
import gleaner.command.Asker;
import gleaner.command.Reply;
import gleaner.news.Channel;
import gleaner.news.Event.CommandGiven;
import gleaner.news.Event.MessageDeleted;
import gleaner.news.Event.MessageEdited;
import gleaner.news.Event.MessagePosted;
import gleaner.news.Event.ReactionAdded;
import gleaner.news.Event.ReactionRemoved;
import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.news.MessageId;
import gleaner.news.Person;
import gleaner.news.Role;
import gleaner.news.State;
import gleaner.news.Visibility;
import gleaner.store.Delivery;
import gleaner.store.Messages;
import gleaner.store.Outbox;
import gleaner.store.Repository;
import gleaner.store.Write;
import gleaner.store.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// What happens to each event. All of it may happen again: whatever dies in between, the event is
/// worked on once more.
///
/// Events are worked on in their order; those that need no answer of Redis for the next one share a
/// round trip.
public final class Intake {

    private static final Duration ANSWER_LIFE = Duration.ofDays(1);

    private final Capture capture;
    private final Collecting collecting;
    private final Messages messages;
    private final Repository repository;
    private final Outbox outbox;
    private final Answers answers;
    private final People people;

    public Intake(
            Capture capture,
            Messages messages,
            Repository repository,
            Outbox outbox,
            Answers answers,
            People people) {
        this.capture = capture;
        this.collecting = new Collecting(capture, messages, repository);
        this.messages = messages;
        this.repository = repository;
        this.outbox = outbox;
        this.answers = answers;
        this.people = people;
    }

    /// Works on these, in their order.
    public void handle(List<Delivery> deliveries) {
        var waiting = new ArrayList<Pending>();
        for (var delivery : deliveries) {
            switch (delivery.event()) {
                case MessagePosted posted ->
                        waiting.add(new Pending(delivery, collecting.post(posted)));
                case MessageDeleted deleted ->
                        waiting.add(new Pending(delivery, new Write.Delete(deleted)));
                case ReactionAdded added ->
                        waiting.add(
                                new Pending(
                                        delivery,
                                        react(
                                                added.message(),
                                                added.person(),
                                                added.emoji(),
                                                added.time(),
                                                true)));
                case ReactionRemoved removed ->
                        waiting.add(
                                new Pending(
                                        delivery,
                                        react(
                                                removed.message(),
                                                removed.person(),
                                                removed.emoji(),
                                                removed.time(),
                                                false)));
                case MessageEdited edited -> {
                    flush(waiting);
                    waiting.add(new Pending(delivery, edit(edited)));
                    flush(waiting);
                }
                case CommandGiven command -> {
                    flush(waiting);
                    command(delivery, command);
                }
            }
        }
        flush(waiting);
    }

    private record Pending(Delivery delivery, Write write) {

        String tally() {
            return delivery.history() ? delivery.address() : "";
        }
    }

    private Write edit(MessageEdited edited) {
        return messages.withWords(edited.message(), edited.text())
                .<Write>map(posted ->
                        new Write.Edit(
                                posted,
                                edited.time(),
                                capture.shares(posted, Optional.of(edited.time()))))
                .orElseGet(() -> new Write.EarlyEdit(edited));
    }

    private Write.React react(
            MessageId message, Person person, String emoji, Instant time, boolean on) {
        return new Write.React(
                message, person.id(), emoji, time, on, decision(person.id(), emoji).isEmpty());
    }

    private Optional<State> decision(gleaner.news.PersonId person, String emoji) {
        return people.verb(emoji).filter(_ -> people.roleOf(person) == Role.EDITOR);
    }

    private void flush(List<Pending> waiting) {
        if (waiting.isEmpty()) {
            return;
        }
        var written =
                messages.write(
                        waiting.stream().map(Pending::write).toList(),
                        waiting.stream().map(Pending::tally).toList());
        var kept = new ArrayList<Kept>();
        for (int i = 0; i < waiting.size(); i++) {
            after(waiting.get(i), written.get(i), kept);
        }
        waiting.clear();
        acknowledge(kept);
    }

    private void after(Pending pending, Written written, List<Kept> kept) {
        var delivery = pending.delivery();
        switch (pending.write()) {
            case Write.Post post -> posted(delivery, post, pending.tally(), written, kept);
            case Write.Edit _, Write.Delete _ ->
                    repository.refresh(written.links().stream().map(Written.Part::link).toList());
            case Write.EarlyEdit _ -> {}
            case Write.React react -> decide(delivery, react, written);
        }
    }

    /// A message whose links were kept, and which is to be acknowledged.
    private record Kept(Delivery delivery, MessagePosted message, Written written) {}

    private void posted(
            Delivery delivery, Write.Post post, String tally, Written first, List<Kept> kept) {
        var written =
                first.status() == Written.Status.PENDING
                        ? messages.write(collecting.overtaken(post.posted(), first), tally)
                        : first;
        var channel = post.posted().channel();
        for (var early : written.earlyReactions()) {
            var person = new Person(early.person(), "");
            decision(early.person(), early.emoji())
                    .ifPresent(state ->
                            command(
                                    delivery,
                                    decisionId(
                                            post.message(),
                                            early.person(),
                                            early.emoji(),
                                            written.version()),
                                    channel,
                                    person,
                                    written.version(),
                                    words(state, written),
                                    new Gesture(early.person(), post.message())));
        }
        if (delivery.history()) {
            return;
        }
        if (!written.links().isEmpty()) {
            kept.add(new Kept(delivery, post.posted(), written));
        } else if (Capture.leavesOut(post.posted().text())) {
            var sharer = new Gesture(post.posted().person().id(), post.message());
            send(delivery, post.message(), ReplyText.write(Acknowledgements.tooLong(), sharer));
        }
    }

    /// Tells of all of them; two round trips, however many they are.
    private void acknowledge(List<Kept> kept) {
        if (kept.isEmpty()) {
            return;
        }
        var ids = new LinkedHashSet<LinkId>();
        kept.forEach(each -> each.written().links().forEach(part -> ids.add(part.link())));
        var links = new HashMap<LinkId, Link>();
        repository.links(ids).forEach(link -> links.put(link.id(), link));
        var told = new ArrayList<Outbox.Outgoing>();
        for (var each : kept) {
            var sharings = collecting.sharings(each.message(), each.written(), links);
            if (!sharings.isEmpty()) {
                told.add(
                        new Outbox.Outgoing(
                                each.delivery().address(),
                                each.message().message(),
                                ReplyText.write(answers.kept(each.message(), sharings))));
            }
        }
        outbox.send(told, ANSWER_LIFE);
    }

    private void decide(Delivery delivery, Write.React react, Written written) {
        if (react.vote()) {
            return;
        }
        var state = people.verb(react.emoji());
        if (written.links().isEmpty() || state.isEmpty()) {
            return;
        }
        var stands =
                repository.links(written.links().stream().map(Written.Part::link).toList()).stream()
                        .anyMatch(link -> link.curation().state() == state.get());
        if (!react.on() && !stands) {
            return;
        }
        var words = react.on() ? words(state.get(), written) : "restore " + ids(written);
        var channel = new Channel(react.message().channel(), "");
        command(
                delivery,
                decisionId(
                        react.message(), react.person(), react.emoji() + react.on(), react.time()),
                channel,
                new Person(react.person(), ""),
                react.time(),
                words,
                new Gesture(react.person(), react.message()));
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

    private static MessageId decisionId(
            MessageId message, gleaner.news.PersonId person, String emoji, Instant time) {
        var text = message + "\n" + person + "\n" + emoji + "\n" + time.toEpochMilli();
        return new MessageId(
                message.channel(),
                "reaction-"
                        + java.util.UUID.nameUUIDFromBytes(
                                text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private void command(
            Delivery delivery,
            MessageId id,
            Channel channel,
            Person person,
            Instant time,
            String words,
            Gesture gesture) {
        if (words.isBlank()) {
            return;
        }
        var reply =
                answers.command(
                        words,
                        new Asker(
                                id,
                                person,
                                people.roleOf(person.id()),
                                channel,
                                Visibility.PUBLIC,
                                time,
                                Optional.empty()));
        if (reply.kind() != Reply.Kind.DONE) {
            send(delivery, id, ReplyText.write(reply, gesture));
        }
    }

    private void command(Delivery delivery, CommandGiven command) {
        var asker =
                new Asker(
                        command.message(),
                        command.person(),
                        people.roleOf(command.person().id()),
                        command.channel(),
                        command.visibility(),
                        command.time(),
                        command.about(),
                        command.permalink());
        send(delivery, command.message(), ReplyText.write(answers.command(command.text(), asker)));
    }

    private void send(Delivery delivery, MessageId to, String text) {
        outbox.send(List.of(new Outbox.Outgoing(delivery.address(), to, text)), ANSWER_LIFE);
    }
}
