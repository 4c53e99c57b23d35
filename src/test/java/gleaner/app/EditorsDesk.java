package gleaner.app;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.app.config.Config;
import gleaner.command.Asker;
import gleaner.command.Reply;
import gleaner.command.TakeBack;
import gleaner.intake.Worker;
import gleaner.news.Channel;
import gleaner.news.Event;
import gleaner.news.MessageId;
import gleaner.news.Person;
import gleaner.news.Role;
import gleaner.news.Visibility;
import gleaner.page.PageReader;
import gleaner.store.Delivery;
import gleaner.store.RedisForTests;
import gleaner.store.Repository;
import gleaner.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A whole house in which people share links and editors work on them, without any request for a
/// page. Each act is a second later than the one before.
final class EditorsDesk implements AutoCloseable {

    static final Channel GENERAL = Channel.of("terminal", "general");

    private final House house;
    private final Worker worker;
    private Instant now = Shell.NOW.minus(Duration.ofHours(8));

    EditorsDesk(RedisForTests redis, Path folder) {
        var file = folder.resolve("gleaner.yaml");
        try {
            Files.writeString(file, "pages: {read: false}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var config =
                Config.load(
                        folder,
                        Optional.of(file.toString()),
                        Optional.empty(),
                        Map.of("REDIS_URL", redis.url()));
        house =
                House.open(
                        config,
                        Clock.fixed(Shell.NOW, ZoneOffset.UTC),
                        new Random(1),
                        _ -> {},
                        PageReader::builtIn);
        worker = house.worker();
        worker.start();
    }

    Store store() {
        return house.store();
    }

    Repository repository() {
        return house.store().repository();
    }

    private Instant later() {
        now = now.plusSeconds(1);
        return now;
    }

    Reply say(String person, String words) {
        return house.commands().run(words, asker(person));
    }

    private Asker asker(String person) {
        return new Asker(
                new MessageId(GENERAL.id(), house.uniqueName("test")),
                Person.of("terminal", person),
                Role.EDITOR,
                GENERAL,
                Visibility.PUBLIC,
                later(),
                Optional.empty());
    }

    Reply done(String person, String words) {
        var reply = say(person, words);
        assertThat(reply.kind().isFine()).as("%s: %s", words, reply.markdown()).isTrue();
        return reply;
    }

    /// Has the text of a draft taken back.
    TakeBack.Taken take(String person, String text) {
        return house.takeBack().run(text, asker(person));
    }

    String eve(String words) {
        return done("Eve", words).markdown();
    }

    String zoe(String words) {
        return done("Zoe", words).markdown();
    }

    JsonNode json(String words) {
        return new JsonMapper().readTree(done("Eve", words).json());
    }

    String id(String url) {
        return json("show " + url).at("/link/id").asString();
    }

    void post(String message, String text, Visibility visibility) {
        happens(
                new Event.MessagePosted(
                        id(message, GENERAL),
                        GENERAL,
                        Person.of("terminal", "Ada"),
                        later(),
                        text,
                        visibility,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    void edit(String message, String text) {
        happens(new Event.MessageEdited(id(message, GENERAL), later(), text));
    }

    void delete(String message) {
        happens(new Event.MessageDeleted(id(message, GENERAL), later()));
    }

    private static MessageId id(String message, Channel channel) {
        return new MessageId(channel.id(), message);
    }

    /// Comes in and is worked off.
    private void happens(Event event) {
        house.store().inbox().append(List.of(new Delivery(event, "nobody", false)));
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (house.store().inbox().size() > 0) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("The inbox was not worked off.");
            }
            LockSupport.parkNanos(200_000);
        }
    }

    @Override
    public void close() {
        try {
            worker.stop(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        house.close();
    }
}
