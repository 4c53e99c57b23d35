package gleaner.intake;

import gleaner.capture.Capture;
import gleaner.command.Acknowledgements;
import gleaner.command.Asker;
import gleaner.news.Event.CommandGiven;
import gleaner.news.Event.MessageDeleted;
import gleaner.news.Event.MessageEdited;
import gleaner.news.Event.MessagePosted;
import gleaner.news.Event.ReactionAdded;
import gleaner.news.Event.ReactionRemoved;
import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.news.MessageId;
import gleaner.store.Delivery;
import gleaner.store.Messages;
import gleaner.store.Outbox;
import gleaner.store.Repository;
import gleaner.store.Write;
import gleaner.store.Written;
import java.time.Duration;
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
    private final Decisions decisions;

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
        this.decisions = new Decisions(repository, answers, people);
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
                        waiting.add(new Pending(delivery, decisions.react(added)));
                case ReactionRemoved removed ->
                        waiting.add(new Pending(delivery, decisions.react(removed)));
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
            case Write.React react ->
                    decisions.of(react, written).ifPresent(answer -> send(delivery, answer));
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
        decisions.early(post, written).forEach(answer -> send(delivery, answer));
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

    private void send(Delivery delivery, Decisions.Answer answer) {
        send(delivery, answer.to(), answer.text());
    }

    private void send(Delivery delivery, MessageId to, String text) {
        outbox.send(List.of(new Outbox.Outgoing(delivery.address(), to, text)), ANSWER_LIFE);
    }
}
