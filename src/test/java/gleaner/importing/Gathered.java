package gleaner.importing;

import gleaner.news.Event;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Remembers what an archive gave, a line for each event and problem.
final class Gathered implements Sink {

    static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    static final Instant WRITTEN = Instant.parse("2026-11-22T12:00:00Z");
    static final Options OPTIONS = Options.in(ZONE);

    final List<Event> events = new ArrayList<>();
    final List<String> problems = new ArrayList<>();

    @Override
    public void event(Event event) {
        events.add(event);
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem.toString());
    }

    List<String> lines() {
        return events.stream().map(Gathered::line).toList();
    }

    static Gathered from(Archive archive) {
        var gathered = new Gathered();
        try (archive) {
            archive.read(gathered);
        }
        return gathered;
    }

    static Gathered from(Path path) {
        return from(Archives.open(path, OPTIONS));
    }

    static Gathered from(String name, String contents) {
        return from(name, contents.getBytes(StandardCharsets.UTF_8));
    }

    static Gathered from(String name, byte[] contents) {
        return from(name, contents, OPTIONS);
    }

    static Gathered from(String name, byte[] contents, Options options) {
        return from(
                Archives.open(
                        new ByteArrayInputStream(contents),
                        name,
                        contents.length,
                        WRITTEN,
                        options));
    }

    /// One line that shows everything an event holds.
    static String line(Event event) {
        var about = "%s %s".formatted(event.time(), event.message());
        return switch (event) {
            case Event.MessagePosted posted ->
                    about
                            + " #%s %s(%s) %s%s%s%s: %s"
                                    .formatted(
                                            posted.channel().name(),
                                            posted.person().id(),
                                            posted.person().name(),
                                            posted.visibility(),
                                            posted.replyTo().map(to -> " re " + to.id()).orElse(""),
                                            posted.permalink().map(url -> " at " + url).orElse(""),
                                            posted.section().map(name -> " in " + name).orElse(""),
                                            posted.text());
            case Event.MessageEdited edited -> about + " edited: " + edited.text();
            case Event.MessageDeleted _ -> about + " deleted";
            case Event.ReactionAdded added ->
                    about
                            + " %s(%s) +%s"
                                    .formatted(
                                            added.person().id(),
                                            added.person().name(),
                                            added.emoji());
            case Event.ReactionRemoved removed ->
                    about
                            + " %s(%s) -%s"
                                    .formatted(
                                            removed.person().id(),
                                            removed.person().name(),
                                            removed.emoji());
            case Event.CommandGiven command ->
                    about
                            + " %s %s%s> %s"
                                    .formatted(
                                            command.person().id(),
                                            command.visibility(),
                                            command.about().map(to -> " re " + to.id()).orElse(""),
                                            command.text());
        };
    }

    static byte[] gzip(byte[] contents) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(contents);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] zip(Map<String, String> files) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
