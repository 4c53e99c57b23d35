package gleaner.bench;

import gleaner.capture.Capture;
import gleaner.capture.LinkKeys;
import gleaner.command.Asker;
import gleaner.command.Reply;
import gleaner.digest.DraftStyle;
import gleaner.digest.Format;
import gleaner.digest.drafting.Drafter;
import gleaner.digest.format.Look;
import gleaner.intake.Answers;
import gleaner.intake.Intake;
import gleaner.intake.People;
import gleaner.intake.Worker;
import gleaner.news.Channel;
import gleaner.news.Event.MessagePosted;
import gleaner.news.MessageId;
import gleaner.news.NewsroomId;
import gleaner.news.Person;
import gleaner.news.PersonId;
import gleaner.news.Role;
import gleaner.news.Section;
import gleaner.news.SectionName;
import gleaner.news.Sections;
import gleaner.news.State;
import gleaner.news.Visibility;
import gleaner.store.Delivery;
import gleaner.store.Index;
import gleaner.store.RedisConnection;
import gleaner.store.Sharing;
import gleaner.store.Store;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The messages of a live channel, from the inbox to the stored and acknowledged link, and drafts of many candidates.
///
/// Arguments: messages (default 40,000). Prints messages a second and milliseconds a draft.
public final class Live {

    private static final Channel CHANNEL = Channel.of("terminal", "live");

    private Live() {}

    public static void main(String[] args) throws Exception {
        int messages = args.length > 0 ? Integer.parseInt(args[0]) : 40_000;
        try (var connection = RedisConnection.embedded(
                Files.createTempDirectory("gleaner-live"), 4, new SecureRandom(), _ -> {})) {
            var store = Store.open(connection, new NewsroomId("live"));
            var worker = new Worker(store.inbox(), intake(store), "worker");
            worker.start();
            rate(store, "warm", messages / 4);
            System.out.printf("inbox to stored link and answer: %,.0f messages a second%n", rate(store, "m", messages));
            worker.stop(Duration.ofSeconds(5));
            draft(store, 500);
            draft(store, 20_000);
        }
    }

    private static double rate(Store store, String name, int count) throws InterruptedException {
        var start = System.nanoTime();
        var last = "0-0";
        for (int from = 0; from < count; from += 20) {
            var batch = new ArrayList<Delivery>();
            for (int i = from; i < from + 20; i++) {
                batch.add(message(name, i));
            }
            last = store.inbox().append(batch);
            while (store.inbox().size() > 4_000) {
                Thread.sleep(2);
            }
        }
        while (!store.inbox().isDoneUpTo(last)) {
            Thread.sleep(2);
        }
        return count / ((System.nanoTime() - start) / 1e9);
    }

    private static void draft(Store store, int links) {
        var section = new Section(new SectionName("all"), "All", List.of());
        var drafter = new Drafter(DraftStyle.of(
                new Sections(List.of(section), section.name(), section.name()), ZoneOffset.UTC, "Live", Look.HOUSE));
        var best = Double.MAX_VALUE;
        for (int round = 0; round < 8; round++) {
            var start = System.nanoTime();
            var candidates = store.repository().links(store.repository().newest(new Index.Open(), 0, links));
            var text = drafter.draft(1, Optional.empty(), candidates, false).render(Format.MARKDOWN, true);
            best = Math.min(best, (System.nanoTime() - start) / 1e6);
            if (text.isEmpty() || candidates.size() != links) {
                throw new IllegalStateException("The draft holds " + candidates.size() + " links.");
            }
        }
        System.out.printf("a draft of %,d links, read from Redis and rendered: %.0f ms%n", links, best);
    }

    private static Delivery message(String name, int number) {
        return new Delivery(
                new MessagePosted(
                        new MessageId(CHANNEL.id(), name + number),
                        CHANNEL,
                        Person.of("terminal", "p" + number % 50),
                        Instant.parse("2026-11-16T08:00:00Z").plusSeconds(number),
                        "Somebody at site %d tells [how number %s%d was done](https://site%d.example/page/%s%d), with figures. #tag%d"
                                .formatted(number % 97, name, number, number % 97, name, number, number % 200),
                        Visibility.PUBLIC,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                "live",
                false);
    }

    private static Intake intake(Store store) {
        return new Intake(
                new Capture(new LinkKeys()),
                store.messages(),
                store.repository(),
                store.outbox(),
                new Answers() {
                    @Override
                    public Reply command(String words, Asker asker) {
                        return new Reply(Reply.Kind.DONE, words, "{}");
                    }

                    @Override
                    public Reply kept(MessagePosted message, List<Sharing> sharings) {
                        return new Reply(Reply.Kind.DONE, "kept", "{}");
                    }
                },
                new People() {
                    @Override
                    public Role roleOf(PersonId person) {
                        return Role.CONTRIBUTOR;
                    }

                    @Override
                    public Optional<State> verb(String emoji) {
                        return Optional.empty();
                    }
                });
    }
}
