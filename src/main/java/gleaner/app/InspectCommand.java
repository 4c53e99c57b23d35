package gleaner.app;

import gleaner.app.config.Config;
import gleaner.capture.FoundLink;
import gleaner.capture.LinkKeys;
import gleaner.capture.MessageText;
import gleaner.capture.WebUrl;
import gleaner.command.CommandParser;
import gleaner.command.Periods;
import gleaner.mastodon.MastodonWords;
import gleaner.news.GleanerException;
import gleaner.slack.SlackReading;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Shows what Gleaner reads out of things, a line out for each line in, from standard input.
@Command(
        name = "inspect",
        description = "Show what is read out of things: a line out for each line in.",
        footer =
                "%nFor operators and for scores: nothing is kept, no request is made, no Redis is needed.")
final class InspectCommand implements Callable<Integer> {

    @ParentCommand @Nullable RootCommand root;

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(Objects.requireNonNull(root).workplace().session().out());
        return 2;
    }

    @Command(
            name = "urls",
            description = "A URL in, its canonical key out; 'error: …' for what is no web address.")
    int urls() {
        var keys = new LinkKeys();
        return lines(line ->
                switch (WebUrl.check(line)) {
                    case WebUrl.Accepted(var url) -> keys.of(url).value();
                    case WebUrl.Refused(var sentence) -> "error: " + sentence;
                });
    }

    @Command(
            name = "text",
            description =
                    "A JSON string of Markdown in; {\"links\": [{\"url\",\"words\"}], \"hashtags\": []} out.")
    int text() {
        var mapper = new JsonMapper();
        return lines(line -> {
            var answer = JsonNodeFactory.instance.objectNode();
            try {
                var node = mapper.readTree(line);
                if (!node.isString()) {
                    return answer.put(
                                    "error",
                                    "A line should be a JSON string, such as \"see https://example.org\".")
                            .toString();
                }
                var text = MessageText.of(node.asString());
                var links = answer.putArray("links");
                for (FoundLink link : text.links()) {
                    links.addObject().put("url", link.url()).put("words", link.words());
                }
                var hashtags = answer.putArray("hashtags");
                text.hashtags().forEach(hashtags::add);
                return answer.toString();
            } catch (JacksonException e) {
                return answer.put("error", "A line should be a JSON string; this one is not JSON.")
                        .toString();
            }
        });
    }

    @Command(
            name = "pages",
            description =
                    "{\"file\", \"url\"} of a saved page in (gzipped or not); what the page says of itself out.")
    int pages() {
        var saved = new SavedPages(Objects.requireNonNull(root).workplace().pages());
        return lines(saved::answer);
    }

    @Command(
            name = "slack",
            description = {
                "An Events API envelope or a message of Slack's, JSON, in;",
                "{\"text\", \"links\": [{\"url\",\"words\",\"quoted\"}], \"hashtags\": [], \"kind\"} out."
            })
    int slack() {
        return lines(line ->
                SlackReading.of(line)
                        .map(reading -> read(reading.markdown(), reading.kind()))
                        .orElseGet(() ->
                                error(
                                        "A line should be a JSON object that Slack sent; this one is not.")));
    }

    @Command(
            name = "mastodon",
            description = {
                "A status as Mastodon sends it, JSON, in;",
                "{\"text\", \"links\": [{\"url\",\"words\",\"quoted\"}], \"hashtags\": [], \"kind\"} out."
            })
    int mastodon() {
        var session = Objects.requireNonNull(root).workplace().session();
        var standard = Config.standard(session.home());
        var newsroom = standard.newsroom();
        var parser =
                new CommandParser(
                        standard.sections(),
                        new Periods(
                                session.clock(),
                                newsroom.zone(),
                                newsroom.weekStarts(),
                                newsroom.language()));
        return lines(line -> {
            try {
                var words = MastodonWords.of(line, parser);
                return read(words.markdown(), words.kind());
            } catch (GleanerException e) {
                return error(e.sentence());
            }
        });
    }

    private static String read(String markdown, String kind) {
        var answer = JsonNodeFactory.instance.objectNode();
        var text = MessageText.of(markdown);
        answer.put("text", markdown);
        var links = answer.putArray("links");
        for (FoundLink link : text.links()) {
            links.addObject()
                    .put("url", link.url())
                    .put("words", link.words())
                    .put("quoted", link.quoted());
        }
        var hashtags = answer.putArray("hashtags");
        text.hashtags().forEach(hashtags::add);
        return answer.put("kind", kind).toString();
    }

    private static String error(String sentence) {
        return JsonNodeFactory.instance.objectNode().put("error", sentence).toString();
    }

    private int lines(UnaryOperator<String> each) {
        var session = Objects.requireNonNull(root).workplace().session();
        try (var in =
                new BufferedReader(new InputStreamReader(session.in(), StandardCharsets.UTF_8))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                session.out().println(each.apply(line));
            }
            session.out().flush();
            return 0;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
