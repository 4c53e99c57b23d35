package gleaner.app;

import gleaner.mastodon.MastodonChannel;
import gleaner.news.GleanerException;
import gleaner.page.PageWorker;
import gleaner.slack.SlackChannel;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// The bot: works the inbox off until it is told to stop.
@Command(
        name = "run",
        description = "Start the bot; on a terminal, with a chat to try it.",
        footer = {
            "%nStarts Redis if none is configured, the workers, and every channel that has a token.",
            "Ctrl-C or SIGTERM finishes what is in hand and stops within 5 seconds."
        })
final class RunCommand implements Callable<Integer> {

    private static final Duration STOP = Duration.ofSeconds(3);
    private static final Duration STOP_PAGES = Duration.ofSeconds(1);
    private static final Duration STOP_LOOKS = Duration.ofMillis(250);

    @ParentCommand @Nullable RootCommand root;

    @Override
    public Integer call() throws InterruptedException {
        System.setProperty("gleaner.log", "INFO");
        var place = Objects.requireNonNull(root).workplace();
        var session = place.session();
        var config = place.config();
        var reader = place.pages();
        var house = place.open(config);
        var worker = house.worker();
        var pages = house.pages().worker(reader);
        var lookout = house.pages().lookout();
        var slack = slack(house, session);
        var mastodon = mastodon(house, session);
        var schedule = house.scheduledDrafts();
        var end =
                new Ending(() -> {
                    schedule.close();
                    lookout.ifPresent(Lookout::breakOff);
                    if (slack.isPresent()) {
                        slack.get().close();
                    }
                    if (mastodon.isPresent()) {
                        mastodon.get().close();
                    }
                    if (pages.isPresent()) {
                        pages.get().stop(STOP_PAGES);
                    }
                    if (lookout.isPresent()) {
                        lookout.get().stop(STOP_LOOKS);
                    }
                    worker.stop(STOP);
                    house.close();
                });
        var hook =
                new Thread(
                        () -> {
                            end.now();
                            // Told to stop and stopped: that is no failure, though the JVM would
                            // say 143.
                            Runtime.getRuntime().halt(0);
                        },
                        "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        worker.start();
        pages.ifPresent(PageWorker::start);
        lookout.ifPresent(Lookout::start);
        slack.ifPresent(SlackChannel::start);
        schedule.start();
        LoggerFactory.getLogger(RunCommand.class).info("Gleaner runs on {}", house.redis());
        var out = session.out();
        out.println(
                "Gleaner is running for the newsroom '%s' (%s)."
                        .formatted(config.newsroom().team(), house.redis()));
        slack.ifPresent(_ ->
                out.println("It connects to Slack; './gleaner doctor' says whether that works."));
        mastodon.ifPresent(_ ->
                out.println("It listens to Mastodon; './gleaner doctor' says whether that works."));
        if (slack.isEmpty() && mastodon.isEmpty()) {
            out.println(
                    "No Slack or Mastodon token is set, so it listens to this terminal and to imports only.");
        }
        try {
            if (session.terminal().in() && session.terminal().out()) {
                out.println(
                        "Try it here; or './gleaner import examples/week.jsonl', then './gleaner digest'.");
                out.flush();
                ChatCommand.chat(place, config, house);
            } else {
                out.println("Try './gleaner chat' in another terminal; stop with Ctrl-C.");
                out.flush();
                new CountDownLatch(1).await();
            }
        } finally {
            end.now();
        }
        Runtime.getRuntime().removeShutdownHook(hook);
        return 0;
    }

    /// Half set up, it is told and the rest runs all the same.
    private static Optional<SlackChannel> slack(House house, Session session) {
        try {
            return house.slack(session.clock(), SlackChannel.Tempo.STANDARD);
        } catch (GleanerException e) {
            session.err().println("gleaner: " + e.sentence());
            return Optional.empty();
        }
    }

    /// Half set up, it is told and the rest runs all the same.
    private static Optional<MastodonChannel> mastodon(House house, Session session) {
        try {
            return house.mastodon(session.clock());
        } catch (GleanerException e) {
            session.err().println("gleaner: " + e.sentence());
            return Optional.empty();
        }
    }

    /// What is done at the end, once, by whoever comes first: the chat's end or the signal.
    private static final class Ending {

        private interface Steps {
            void take() throws InterruptedException;
        }

        private final Steps steps;
        private boolean over;

        Ending(Steps steps) {
            this.steps = steps;
        }

        synchronized void now() {
            if (over) {
                return;
            }
            over = true;
            try {
                steps.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
