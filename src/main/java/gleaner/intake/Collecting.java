package gleaner.intake;

import gleaner.capture.Capture;
import gleaner.command.Collector;
import gleaner.news.Event.MessagePosted;
import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.store.Messages;
import gleaner.store.Repository;
import gleaner.store.Sharing;
import gleaner.store.Write;
import gleaner.store.Written;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps the links of one message at once, for whoever waits for the answer.
public final class Collecting implements Collector {

    private final Capture capture;
    private final Messages messages;
    private final Repository repository;

    public Collecting(Capture capture, Messages messages, Repository repository) {
        this.capture = capture;
        this.messages = messages;
        this.repository = repository;
    }

    @Override
    public List<Sharing> collect(MessagePosted message) {
        var written = messages.write(post(message), "");
        if (written.status() == Written.Status.PENDING) {
            written = messages.write(overtaken(message, written), "");
        }
        return sharings(message, written);
    }

    /// The message with the links in its words.
    Write.Post post(MessagePosted message) {
        return new Write.Post(message, message.time(), capture.shares(message, Optional.empty()));
    }

    /// The message with the links in the words of an edit that came before it.
    Write.Post overtaken(MessagePosted message, Written written) {
        var words = messages.earlyWords(message.message()).orElse(message.text());
        var newest = with(message, words);
        return new Write.Post(
                newest, written.version(), capture.shares(newest, Optional.of(written.version())));
    }

    private static MessagePosted with(MessagePosted message, String words) {
        return new MessagePosted(
                message.message(),
                message.channel(),
                message.person(),
                message.time(),
                words,
                message.visibility(),
                message.replyTo(),
                message.permalink(),
                message.section());
    }

    /// What became of each link that the message shares now.
    private List<Sharing> sharings(MessagePosted message, Written written) {
        var links = new HashMap<LinkId, Link>();
        repository
                .links(written.links().stream().map(Written.Part::link).toList())
                .forEach(link -> links.put(link.id(), link));
        return sharings(message, written, links);
    }

    /// The same, the links having been read.
    List<Sharing> sharings(MessagePosted message, Written written, Map<LinkId, Link> links) {
        return written.links().stream()
                .flatMap(part ->
                        Optional.ofNullable(links.get(part.link())).stream()
                                .flatMap(link -> sharing(message, link, part.isNew()).stream()))
                .toList();
    }

    private static Optional<Sharing> sharing(MessagePosted message, Link link, boolean isNew) {
        return link.shares().stream()
                .filter(share ->
                        share.message().equals(message.message()) && share.gone().isEmpty())
                .findFirst()
                .map(share ->
                        new Sharing(link, share, isNew || link.shares().getFirst().equals(share)));
    }
}
