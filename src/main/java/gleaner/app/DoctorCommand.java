package gleaner.app;

import gleaner.app.config.Config;
import gleaner.mastodon.MastodonProbe;
import gleaner.news.GleanerException;
import gleaner.slack.SlackProbe;
import gleaner.store.Index;
import gleaner.store.RedisHealth.Finding;
import gleaner.store.RedisHealth.Level;
import gleaner.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.node.JsonNodeFactory;

/// Looks at everything that Gleaner needs and says what it found, line by line, with what to do.
@Command(name = "doctor", description = "Say what works, what does not, and what to do.")
final class DoctorCommand implements Callable<Integer> {

    private static final long MANY_WAITING = 1_000;
    private static final Duration ALIVE = Duration.ofSeconds(15);

    @ParentCommand @Nullable RootCommand root;

    @Option(
            names = "--quick",
            description = "Only whether the bot is alive, for a health check: exit code 0 or 69.")
    boolean quick;

    @Override
    public Integer call() {
        var place = Objects.requireNonNull(root).workplace();
        if (quick) {
            return isAlive(place) ? 0 : 69;
        }
        var findings = examine(place);
        var worst = findings.stream().map(Finding::level).max(Level::compareTo).orElse(Level.OK);
        if (place.isJson()) {
            var array = JsonNodeFactory.instance.objectNode();
            var list = array.putArray("findings");
            findings.forEach(finding ->
                    list.addObject()
                            .put("level", finding.level().name().toLowerCase(java.util.Locale.ROOT))
                            .put("sentence", finding.sentence())
                            .put("remedy", finding.remedy()));
            place.session().out().println(array);
        } else {
            var coloured = place.isColoured(place.session().terminal().out());
            findings.forEach(finding -> place.session().out().println(line(finding, coloured)));
        }
        place.session().out().flush();
        return worst == Level.FAIL ? 69 : 0;
    }

    private static boolean isAlive(Workplace place) {
        try (var house = place.open(place.config())) {
            return house.store().inbox().workers(ALIVE) > 0;
        }
    }

    private static String line(Finding finding, boolean coloured) {
        var mark =
                switch (finding.level()) {
                    case OK -> coloured ? "\u001b[32mok  \u001b[0m" : "ok  ";
                    case WARN -> coloured ? "\u001b[33mwarn\u001b[0m" : "warn";
                    case FAIL -> coloured ? "\u001b[31mFAIL\u001b[0m" : "FAIL";
                };
        return mark
                + "  "
                + finding.sentence()
                + (finding.remedy().isEmpty() ? "" : " " + finding.remedy());
    }

    private static List<Finding> examine(Workplace place) {
        var findings = new ArrayList<Finding>();
        findings.add(
                new Finding(
                        Level.OK,
                        "Java %s (%s)."
                                .formatted(
                                        Runtime.version(),
                                        System.getProperty("java.vm.name", "JVM")),
                        ""));
        Config config;
        try {
            config = place.config();
            findings.add(new Finding(Level.OK, "The configuration is without mistakes.", ""));
        } catch (GleanerException e) {
            findings.add(new Finding(Level.FAIL, e.sentence(), ""));
            return findings;
        }
        templates(config, findings);
        redis(place, config, findings);
        var slack = slack(config, findings);
        var mastodon = mastodon(place, config, findings);
        if (!slack && !mastodon) {
            findings.add(
                    new Finding(
                            Level.OK,
                            "Slack and Mastodon are not connected; the terminal and imports work.",
                            ""));
        }
        return findings;
    }

    private static void templates(Config config, List<Finding> findings) {
        var name = config.digest().template();
        var problems = Looks.of(config).now().problems();
        if (problems.isEmpty()) {
            findings.add(new Finding(Level.OK, "The templates '%s' work.".formatted(name), ""));
        }
        problems.forEach(problem ->
                findings.add(
                        new Finding(
                                Level.WARN,
                                problem,
                                "Until then drafts look as Gleaner's own have it.")));
    }

    /// Whether Slack is set up at all.
    private static boolean slack(Config config, List<Finding> findings) {
        if (config.slackTokens().isEmpty()) {
            return false;
        }
        try {
            for (var found : SlackProbe.examine(config.slack(), config.slackTokens().get())) {
                var level =
                        switch (found.level()) {
                            case OK -> Level.OK;
                            case WARN -> Level.WARN;
                            case FAIL -> Level.FAIL;
                        };
                findings.add(new Finding(level, found.sentence(), found.remedy()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    /// Whether Mastodon is set up at all.
    private static boolean mastodon(Workplace place, Config config, List<Finding> findings) {
        try {
            var access = MastodonAccess.of(config);
            access.map(set ->
                            MastodonProbe.examine(
                                    set.server(), set.token().reveal(), place.session().clock()))
                    .orElse(List.of())
                    .forEach(found ->
                            findings.add(
                                    new Finding(
                                            switch (found.level()) {
                                                case OK -> Level.OK;
                                                case WARN -> Level.WARN;
                                                case FAIL -> Level.FAIL;
                                            },
                                            "Mastodon: " + found.sentence(),
                                            found.remedy())));
            return access.isPresent();
        } catch (GleanerException e) {
            findings.add(new Finding(Level.FAIL, "Mastodon: " + e.sentence(), ""));
            return true;
        }
    }

    private static void redis(Workplace place, Config config, List<Finding> findings) {
        try (var connection = House.connect(config, place.session().random(), _ -> {})) {
            var found = connection.probe(place.session().random());
            findings.addAll(found);
            if (found.stream().noneMatch(finding -> finding.level() == Level.FAIL)) {
                newsroom(Store.open(connection, config.newsroom().team()), config, findings);
            }
        } catch (GleanerException e) {
            findings.add(new Finding(Level.FAIL, e.sentence(), ""));
        }
    }

    private static void newsroom(Store store, Config config, List<Finding> findings) {
        findings.add(
                new Finding(
                        Level.OK,
                        "Newsroom '%s': %,d links, %,d of them not yet in an issue; issue %d is open."
                                .formatted(
                                        config.newsroom().team(),
                                        store.repository().count(new Index.All()),
                                        store.repository().count(new Index.Open()),
                                        store.repository().openIssue()),
                        ""));
        var workers = store.inbox().workers(ALIVE);
        findings.add(
                workers > 0
                        ? new Finding(
                                Level.OK,
                                "%d worker%s at work."
                                        .formatted(workers, workers == 1 ? " is" : "s are"),
                                "")
                        : new Finding(Level.WARN, "No bot is running.", "Start it: ./gleaner run"));
        var waiting = store.inbox().size();
        findings.add(
                new Finding(
                        waiting > MANY_WAITING ? Level.WARN : Level.OK,
                        "%,d events wait in the inbox.".formatted(waiting),
                        waiting > 0 ? "They are worked on while './gleaner run' runs." : ""));
        pages(store, config, findings);
        var refused = store.inbox().refusedCount();
        if (refused > 0) {
            findings.add(
                    new Finding(
                            Level.WARN,
                            "%,d events could not be worked on and were put aside."
                                    .formatted(refused),
                            "The log says why."));
        }
    }

    private static void pages(Store store, Config config, List<Finding> findings) {
        if (!config.pages().read()) {
            findings.add(new Finding(Level.OK, "Pages are not read: pages.read is false.", ""));
            return;
        }
        var counts = store.pages().counts();
        findings.add(
                new Finding(
                        Level.OK,
                        "Pages: %,d to be read, %,d given up."
                                .formatted(counts.waiting(), counts.lost()),
                        counts.lost() > 0
                                ? "'refresh ID' tries one again; 'show ID' says why it was given up."
                                : ""));
    }
}
