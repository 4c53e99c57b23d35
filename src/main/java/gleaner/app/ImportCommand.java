package gleaner.app;

import gleaner.app.config.Config;
import gleaner.importing.Archive;
import gleaner.importing.Archives;
import gleaner.importing.Options;
import gleaner.intake.Worker;
import gleaner.news.GleanerException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.node.JsonNodeFactory;

/// Keeps what archives hold.
@Command(
        name = "import",
        description = "Keep the links of a Slack export, a transcript or a table.",
        footer = {
            "%nA Slack export is a zip or a folder; a transcript has a JSON object a line; a table (CSV or TSV) has a",
            "header with a column 'url'. Each is recognised by itself and may be packed by gzip; - is standard input.",
            "Importing the same file twice changes nothing."
        })
final class ImportCommand implements Callable<Integer> {

    private static final Duration STOP = Duration.ofSeconds(4);
    private static final int MOST_SHOWN = 20;

    @ParentCommand @Nullable RootCommand root;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Archives, or - for standard input.")
    List<String> files = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        var place = Objects.requireNonNull(root).workplace();
        var config = place.config();
        try (var house = place.open(config)) {
            var worker = house.worker();
            worker.start();
            try {
                return importAll(place, config, house);
            } finally {
                stop(worker);
            }
        }
    }

    private static void stop(Worker worker) throws InterruptedException {
        worker.stop(STOP);
    }

    private int importAll(Workplace place, Config config, House house) {
        var code = 0;
        for (var file : files) {
            try (var archive = open(place, config, file)) {
                report(place, file, archive, run(place, house, file, archive));
            } catch (GleanerException e) {
                if (files.size() == 1 || e.kind() == GleanerException.Kind.UNAVAILABLE) {
                    throw e;
                }
                place.session().err().println("gleaner: " + e.sentence());
                code = 1;
            }
        }
        return code;
    }

    private static Archive open(Workplace place, Config config, String file) {
        var options = Options.in(config.newsroom().zone()).withStandardInput(place.session().in());
        return Archives.open(Path.of(file), options);
    }

    private static Importer.Result run(Workplace place, House house, String file, Archive archive) {
        var session = place.session();
        var progress = new Progress(session.err(), session.terminal().err(), file, session.clock());
        return new Importer(
                        house.store(),
                        house.uniqueName("import"),
                        progress,
                        problem -> {
                            progress.done();
                            session.err().println("gleaner: " + problem);
                        })
                .run(archive);
    }

    private static void report(
            Workplace place, String file, Archive archive, Importer.Result result) {
        var out = place.session().out();
        if (place.isJson()) {
            var node = JsonNodeFactory.instance.objectNode();
            node.put("file", file)
                    .put("form", archive.form().toString())
                    .put("events", result.events());
            var counts = node.putObject("counts");
            result.counts().forEach(counts::put);
            node.put("problems", result.problemCount());
            var refusals = node.putArray("refusals");
            result.refusals().forEach(refusals::add);
            out.println(node);
            out.flush();
            return;
        }
        out.println(ImportSummary.of(file, archive.form().toString(), result));
        out.flush();
        var err = place.session().err();
        result.refusals().stream()
                .limit(MOST_SHOWN)
                .forEach(line -> err.println("gleaner: " + line));
        if (result.refusals().size() > MOST_SHOWN) {
            err.println(
                    "gleaner: and %,d more commands could not be done."
                            .formatted(result.refusals().size() - MOST_SHOWN));
        }
        err.flush();
    }
}
