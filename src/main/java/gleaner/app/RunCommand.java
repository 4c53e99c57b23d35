package gleaner.app;

import gleaner.news.GleanerException;
import gleaner.slack.SlackChannel;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import java.util.concurrent.CountDownLatch;
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

    private static final Duration STOP = Duration.ofSeconds(4);

    @ParentCommand
    @Nullable RootCommand root;

    @Override
    public Integer call() throws InterruptedException {
        System.setProperty("gleaner.log", "INFO");
        var place = Objects.requireNonNull(root).workplace();
        var session = place.session();
        var config = place.config();
        var house = place.open(config);
        var worker = house.worker();
        var slack = slack(house, session.clock());
        var end = new Ending(() -> {
            if (slack.isPresent()) {
                slack.get().close();
            }
            worker.stop(STOP);
            house.close();
        });
        var hook = new Thread(
                () -> {
                    end.now();
                    // Told to stop and stopped: that is no failure, though the JVM would say 143.
                    Runtime.getRuntime().halt(0);
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        worker.start();
        slack.ifPresent(SlackChannel::start);
        LoggerFactory.getLogger(RunCommand.class).info("Gleaner runs on {}", house.redis());
        var out = session.out();
        out.println("Gleaner is running for the newsroom '%s' (%s)."
                .formatted(config.newsroom().team(), house.redis()));
        out.println(slack.isPresent()
                ? "It connects to Slack; './gleaner doctor' says whether that works."
                : "No Slack or Mastodon token is set, so it listens to this terminal and to imports only.");
        try {
            if (session.terminal().in() && session.terminal().out()) {
                out.println("Try it here; or './gleaner import examples/week.jsonl', then './gleaner digest'.");
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

    private static Optional<SlackChannel> slack(House house, Clock clock) {
        try {
            return house.slack(clock, SlackChannel.Tempo.STANDARD);
        } catch (GleanerException e) {
            house.close();
            throw e;
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
