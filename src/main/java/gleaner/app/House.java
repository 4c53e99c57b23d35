package gleaner.app;

import gleaner.app.config.Config;
import gleaner.capture.Capture;
import gleaner.capture.LinkKeys;
import gleaner.command.Acknowledgements;
import gleaner.command.Asker;
import gleaner.command.Commands;
import gleaner.command.Reply;
import gleaner.command.TakeBack;
import gleaner.intake.Answers;
import gleaner.intake.Collecting;
import gleaner.intake.Intake;
import gleaner.intake.People;
import gleaner.intake.Worker;
import gleaner.mastodon.MastodonChannel;
import gleaner.news.Channel;
import gleaner.news.ChannelId;
import gleaner.news.Event.MessagePosted;
import gleaner.news.MessageId;
import gleaner.news.Person;
import gleaner.news.PersonId;
import gleaner.news.Role;
import gleaner.news.Sections;
import gleaner.news.State;
import gleaner.news.Visibility;
import gleaner.page.PageReader;
import gleaner.publishing.Newsletter;
import gleaner.publishing.PublishingDesk;
import gleaner.slack.SlackChannel;
import gleaner.slack.SlackDesk;
import gleaner.store.PageQueue;
import gleaner.store.RedisAddress;
import gleaner.store.RedisConnection;
import gleaner.store.Sharing;
import gleaner.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Everything of one newsroom in one process, put together and connected to its Redis.
final class House implements AutoCloseable {

    private static final int CONNECTIONS = 12;
    private static final Duration OTHERS_TURN = Duration.ofSeconds(40);

    private final Config config;
    private final Clock clock;
    private final RandomGenerator random;
    private final RedisConnection connection;
    private final Store store;
    private final LinkKeys linkKeys;
    private final PageReading pages;
    private final Capture capture;
    private final Commands commands;
    private final TakeBack takeBack;
    private final Acknowledgements acknowledgements;

    private House(
            Config config,
            Clock clock,
            RandomGenerator random,
            RedisConnection connection,
            Supplier<PageReader> reader) {
        this.config = config;
        this.clock = clock;
        this.random = random;
        this.connection = connection;
        var read = config.pages().read();
        this.store =
                Store.open(
                        connection,
                        config.newsroom().team(),
                        new PageQueue.Fill(read, read && config.pages().history()));
        this.linkKeys = new LinkKeys();
        this.pages =
                new PageReading(
                        config.pages(),
                        store,
                        linkKeys::of,
                        clock,
                        () -> uniqueName("fetch"),
                        reader);
        this.capture = new Capture(linkKeys);
        var newsroom = config.newsroom();
        this.acknowledgements = new Acknowledgements(clock, newsroom.zone(), newsroom.language());
        var collecting = new Collecting(capture, store.messages(), store.repository());
        var issue =
                new OpenIssue(
                        store.repository(),
                        store.interviews(),
                        store.notes("drafts"),
                        config,
                        pages.rechecks());
        this.takeBack = new TakeBack(store.repository(), collecting, linkKeys::of, issue);
        this.commands =
                new Commands(
                        store.repository(),
                        collecting,
                        linkKeys::of,
                        config.sections(),
                        issue,
                        store.interviews(),
                        new QueueDesk(store.pages(), read),
                        publishers(),
                        store.suggestions(),
                        clock,
                        newsroom.zone(),
                        newsroom.weekStarts(),
                        newsroom.language());
    }

    private PublishingDesk publishers() {
        var newsroom = config.newsroom();
        return new PublishingDesk(
                config.publishing().settings(),
                config.publishing().keys(),
                new Newsletter(newsroom.team().value(), newsroom.name(), newsroom.language()),
                new HandedNotes(store.notes("handed")),
                clock,
                OTHERS_TURN);
    }

    /// Connects to the configured Redis, or starts or joins the embedded one.
    ///
    /// @param loading told how many per cent of a large data file the embedded one has read
    /// @param reader asked for when the first page is to be read
    static House open(
            Config config,
            Clock clock,
            RandomGenerator random,
            IntConsumer loading,
            Supplier<PageReader> reader) {
        var connection = connect(config, random, loading);
        try {
            return new House(config, clock, random, connection, reader);
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    static RedisConnection connect(Config config, RandomGenerator random, IntConsumer loading) {
        return config.redis()
                .map(url ->
                        RedisConnection.to(RedisAddress.parse(url.reveal()), CONNECTIONS, random))
                .orElseGet(() ->
                        RedisConnection.embedded(config.data(), CONNECTIONS, random, loading));
    }

    Store store() {
        return store;
    }

    Commands commands() {
        return commands;
    }

    /// Takes edited drafts back.
    TakeBack takeBack() {
        return takeBack;
    }

    String redis() {
        return connection.describe();
    }

    /// A name that no other process or session has.
    String uniqueName(String kind) {
        return kind + "-" + Long.toUnsignedString(random.nextLong(), 36);
    }

    /// Who reads pages and looks at them again.
    PageReading pages() {
        return pages;
    }

    /// A worker of the inbox, not yet started.
    Worker worker() {
        var intake =
                new Intake(
                        capture,
                        store.messages(),
                        store.repository(),
                        store.outbox(),
                        new OwnAnswers(),
                        new Configured());
        return new Worker(store.inbox(), intake, uniqueName("worker"));
    }

    /// What sends the draft to the editors when it is time, not yet started.
    ScheduledDrafts scheduledDrafts() {
        return new ScheduledDrafts(
                config.digest().schedule(),
                config.newsroom().zone(),
                store.notes("schedule"),
                EditorsRooms.of(config, store),
                this::draft,
                clock);
    }

    /// The draft as an editor gets it, though nobody has asked.
    private Reply draft(Instant now) {
        var here = Channel.of("terminal", "schedule");
        var asker =
                new Asker(
                        new MessageId(here.id(), uniqueName("draft")),
                        Person.of("terminal", "schedule"),
                        Role.EDITOR,
                        here,
                        Visibility.PRIVATE,
                        now,
                        Optional.empty());
        return commands.run("digest", asker);
    }

    /// Slack as a channel, not yet started; empty where there is no token for it.
    Optional<SlackChannel> slack(Clock clock, SlackChannel.Tempo tempo) {
        return config.slackTokens()
                .map(tokens ->
                        new SlackChannel(
                                config.slack(),
                                tokens,
                                SlackPorts.of(store, uniqueName("slack"), new Desk()),
                                clock,
                                config.newsroom().zone(),
                                tempo));
    }

    /// Mastodon as a channel, started; empty where it is not set up.
    Optional<MastodonChannel> mastodon(Clock clock) {
        return MastodonAccess.of(config)
                .map(access -> {
                    var ports = new MastodonPorts(store, capture, linkKeys::of);
                    return MastodonChannel.start(
                            access.setup(config, clock), ports, ports, ports, ports, clock, random);
                });
    }

    Role roleOf(PersonId person) {
        return config.editors().roleOf(person);
    }

    @Override
    public void close() {
        connection.close();
    }

    private final class OwnAnswers implements Answers {

        @Override
        public Reply command(String words, Asker asker) {
            return TakeBack.text(words)
                    .map(text -> takeBack.run(text, asker).reply())
                    .orElseGet(() -> commands.run(words, asker));
        }

        @Override
        public Reply kept(MessagePosted message, List<Sharing> sharings) {
            return acknowledgements.shared(sharings);
        }
    }

    private final class Desk implements SlackDesk {

        @Override
        public Role roleOf(PersonId person) {
            return config.editors().roleOf(person);
        }

        @Override
        public Sections sections() {
            return config.sections();
        }

        @Override
        public Reply ask(String words, Person person) {
            var here = new Channel(ChannelId.of("slack", person.id().name()), "");
            var asker =
                    new Asker(
                            new MessageId(here.id(), uniqueName("look")),
                            person,
                            roleOf(person.id()),
                            here,
                            Visibility.PRIVATE,
                            clock.instant(),
                            Optional.empty());
            return commands.run(words, asker);
        }
    }

    private final class Configured implements People {

        @Override
        public Role roleOf(PersonId person) {
            return config.editors().roleOf(person);
        }

        @Override
        public Optional<State> verb(String emoji) {
            return config.emoji().verb(emoji);
        }
    }
}
