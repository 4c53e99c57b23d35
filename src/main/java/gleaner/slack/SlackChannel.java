package gleaner.slack;

import com.slack.api.Slack;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import gleaner.news.GleanerException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Slack as a channel: what a workspace says comes in as events, answers go out.
///
/// What Slack sends is kept before it is acknowledged; it is understood afterwards. Starting
/// returns at once, whether Slack can be reached or not; [#readiness] says whether it is. Closing
/// ends every thread.
public final class SlackChannel implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SlackChannel.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration END = Duration.ofSeconds(3);
    private static final Duration END_OF_POOLS = Duration.ofMillis(300);

    private final SlackSettings settings;
    private final Ports ports;
    private final Clock clock;
    private final ZoneId zone;
    private final Tempo tempo;
    private final Stop stop = new Stop();
    private final OwnThreads threads = new OwnThreads();
    private final List<Thread> running = new ArrayList<>();
    private final Slack slack;
    private final Keeper keeper;
    private final Ears ears;
    private final App app;
    private final SlackLine line;
    private final SlackApi api;
    private final SlackTroubles troubles;
    private volatile String state = "is starting";
    private volatile @Nullable SlackWatch watch;

    /// What the channel needs of the house.
    public record Ports(
            SlackQueue queue,
            SlackInbox inbox,
            SlackOutbox outbox,
            SlackMemory memory,
            SlackArchive archive,
            SlackDesk desk,
            SlackInterviews interviews,
            SlackIssues issues) {}

    /// Whether the channel works.
    ///
    /// @param ready whether Slack is on the line
    /// @param sentence for people
    public record Readiness(boolean ready, String sentence) {}

    /// How fast things go; tests are faster.
    ///
    /// @param look between two looks at the line
    /// @param message between two messages to one channel
    public record Tempo(Duration look, Duration message) {

        public static final Tempo STANDARD =
                new Tempo(Duration.ofSeconds(5), Duration.ofSeconds(1));
    }

    /// @param zone in which times are told to the editors
    /// @throws GleanerException USAGE where the mode needs a token that is not there
    public SlackChannel(
            SlackSettings settings,
            SlackTokens tokens,
            Ports ports,
            Clock clock,
            ZoneId zone,
            Tempo tempo) {
        this.settings = settings;
        this.ports = ports;
        this.clock = clock;
        this.zone = zone;
        this.tempo = tempo;
        this.slack = SlackClient.of(settings, threads);
        this.api = new SlackApi(slack, settings.apiUrl().toString(), tokens.bot(), stop);
        this.troubles = new SlackTroubles(api, ports.memory(), settings.editorsChannel());
        this.keeper = new Keeper(ports.queue(), stop);
        this.ears = new Ears(keeper, new SlackDoor(api, ports.desk(), troubles), clock);
        var signatures =
                new SlackSignature.Verifier(
                        new SlackSignature.Generator(tokens.signingSecret().orElse("none")));
        this.app = SlackClient.app(slack, tokens, signatures, ears, threads);
        this.line =
                switch (settings.mode()) {
                    case SOCKET -> {
                        var token = need(tokens.app(), "SLACK_APP_TOKEN", "socket");
                        var opener = new SlackApi(slack, settings.apiUrl().toString(), token, stop);
                        yield new SlackSocket(token, opener, app, ears);
                    }
                    case HTTP -> {
                        need(tokens.signingSecret(), "SLACK_SIGNING_SECRET", "http");
                        yield new SlackHttp(app, ears, signatures, settings.port(), clock);
                    }
                };
    }

    private static String need(java.util.Optional<String> token, String name, String mode) {
        return token.orElseThrow(() ->
                GleanerException.usage(
                        "%s is not set, and 'slack.mode: %s' needs it; see docs/slack.md."
                                .formatted(name, mode)));
    }

    /// Starts it; returns at once.
    public void start() {
        spawn("slack-keeper", keeper);
        if (settings.mode() == SlackSettings.Mode.HTTP) {
            line.open();
        }
        spawn("slack-watch", this::work);
    }

    private void spawn(String name, Runnable work) {
        synchronized (running) {
            if (!stop.isNow()) {
                running.add(Thread.ofPlatform().name(name).daemon(true).start(work));
            }
        }
    }

    private void work() {
        var self = introduce();
        if (stop.isNow()) {
            return;
        }
        var directory =
                new SlackDirectory(api, ports.memory(), failure -> troubles.tell(failure, ""));
        var events =
                new SlackEvents(
                        directory, self, new SlackBots(settings.bots()), new EditedDrafts(api));
        var marks = new Marks(ports.memory());
        var news = new SlackNews(directory, marks, self, troubles, clock);
        var leases = new Leases(ports.memory(), stop);
        spawn("slack-leases", leases);
        var pace = new Pace(tempo.message(), stop);
        var commands = new SlackCommands(directory, ports.memory(), ports.inbox());
        var homes = new Homes(api, ports.desk(), directory, troubles, stop);
        var kept = new KeptThreads(api, directory, events, self, ports.interviews(), troubles);
        var interviewing = new Interviewing(api, directory, kept, troubles);
        spawn("slack-homes", homes);
        spawn(
                "slack-listener",
                new SlackListener(
                        ports.queue(),
                        ports.inbox(),
                        ports.memory(),
                        events,
                        news,
                        marks,
                        new Interactions(commands, homes, interviewing, kept),
                        stop));
        var drafts = new DraftPost(api, ports.memory(), troubles, pace, self, settings.canvas());
        var acknowledgement =
                new SlackAcknowledgement(
                        api, ports.archive(), troubles, pace, settings.ack(), settings.ackAgain());
        var speech = new SlackSpeech(api, ports.desk(), drafts, commands, homes, pace, clock);
        var refusals = new Refusals(api, ports.archive(), pace);
        Map.<String, Predicate<SlackOutbox.Answer>>of(
                        "slack-delivery",
                        answer -> !acknowledgement.isOne(answer),
                        "slack-reactions",
                        acknowledgement::isOne)
                .forEach((name, lane) ->
                        spawn(
                                name,
                                new SlackDelivery(
                                        lane,
                                        ports.outbox(),
                                        ports.memory(),
                                        leases,
                                        speech,
                                        acknowledgement,
                                        refusals,
                                        troubles,
                                        stop)));
        if (settings.tellSharers()) {
            spawn(
                    "slack-sharers",
                    new Sharers(
                            ports.issues(),
                            ports.memory(),
                            leases,
                            new SharerNote(api, troubles, pace),
                            troubles,
                            clock,
                            tempo.look(),
                            stop));
        }
        var catchUp =
                new CatchUp(
                        api,
                        new Differences(events, ports.archive(), ports.memory(), self),
                        ports.inbox(),
                        ports.archive(),
                        ports.memory(),
                        marks,
                        kept,
                        troubles);
        watch =
                new SlackWatch(
                        line,
                        marks,
                        new LookBack(
                                marks,
                                leases,
                                catchUp,
                                new Absence(api, troubles, settings.editorsChannel(), zone),
                                troubles,
                                stop),
                        troubles,
                        this::whyDead,
                        () -> {
                            var isUnread = kept.hasMissed();
                            return ears.hasMissed() || isUnread;
                        },
                        clock,
                        tempo.look(),
                        stop);
        state = "is connecting";
        watch.run();
    }

    /// Where HTTP mode listens; 0 where it does not.
    public int port() {
        return line instanceof SlackHttp http ? http.port() : 0;
    }

    /// Asks Slack who Gleaner is there, until it says.
    private Self introduce() {
        var pause = FIRST_PAUSE;
        while (!stop.isNow()) {
            try {
                var me = api.call("auth.test", Map.of());
                return new Self(
                        me.path("user_id").asString(""),
                        me.path("bot_id").asString(""),
                        me.path("url").asString(""),
                        me.path("team_id").asString(""));
            } catch (SlackFailure e) {
                state = SlackTroubles.sentence(e, "");
                troubles.tell(e, "");
            }
            stop.await(pause);
            pause =
                    pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                            ? pause.multipliedBy(2)
                            : LONGEST_PAUSE;
        }
        return Self.UNKNOWN;
    }

    private void whyDead(SlackFailure failure) {
        if (failure.isPassing()) {
            troubles.tell(failure, "");
        } else {
            log.warn("{}", SlackProbe.appToken(failure));
        }
    }

    /// Whether Slack is on the line, and what keeps it from it.
    public Readiness readiness() {
        var alive = watch != null && watch.isReady();
        return new Readiness(
                alive,
                alive
                        ? "Slack is on the line."
                        : "Slack is not on the line: it %s.".formatted(state));
    }

    @Override
    public void close() {
        stop.now();
        List<Thread> all;
        synchronized (running) {
            all = List.copyOf(running);
        }
        try {
            var deadline = System.nanoTime() + END.toNanos();
            for (var thread : all) {
                thread.join(Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime())));
            }
            line.close();
            app.stop();
            threads.close(END_OF_POOLS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        SlackClient.close(slack);
    }
}
