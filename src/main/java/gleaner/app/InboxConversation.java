package gleaner.app;

import gleaner.command.Reply;
import gleaner.intake.ReplyText;
import gleaner.news.Event;
import gleaner.news.GleanerException;
import gleaner.store.Delivery;
import gleaner.store.Store;
import gleaner.terminal.Conversation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A conversation by way of the inbox and an outbox of its own, as every channel has it.
final class InboxConversation implements Conversation, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Store store;
    private final String address;
    private String last = "0-0";

    /// @param address of the outbox; no other conversation's
    InboxConversation(Store store, String address) {
        this.store = store;
        this.address = address;
    }

    @Override
    public Optional<Reply> say(Event event) {
        var place = store.inbox().append(List.of(new Delivery(event, address, false)));
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var done = store.inbox().isDoneUpTo(place);
            for (var answer :
                    store.outbox().read(address, last, done ? Duration.ofMillis(1) : LOOK)) {
                last = answer.id();
                store.outbox().delivered(address, answer);
                if (answer.to().equals(event.message())) {
                    return Optional.of(ReplyText.read(answer.text()));
                }
            }
            if (done) {
                return Optional.empty();
            }
        }
        throw GleanerException.unavailable(
                "It is kept, but nobody has worked on it for %d seconds: see './gleaner doctor'."
                        .formatted(PATIENCE.toSeconds()));
    }

    @Override
    public void close() {
        store.outbox().drop(address);
    }
}
