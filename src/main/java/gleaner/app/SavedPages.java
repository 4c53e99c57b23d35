package gleaner.app;

import gleaner.news.Page;
import gleaner.news.PageKind;
import gleaner.page.PageReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Answers what a saved page says of itself: a line of JSON in, a line of JSON out.
final class SavedPages {

    private static final int LARGEST = 10 * 1024 * 1024;

    private static final String FORM =
            "A line should be a JSON object such as {\"file\": \"saved.html\", \"url\": \"https://example.org/a\"}; %s.";

    private final PageReader reader;
    private final JsonMapper mapper = new JsonMapper();

    SavedPages(PageReader reader) {
        this.reader = reader;
    }

    String answer(String line) {
        JsonNode asked;
        try {
            asked = mapper.readTree(line);
        } catch (JacksonException e) {
            return error(FORM.formatted("this one is not JSON"));
        }
        var file = asked.path("file");
        var url = asked.path("url");
        if (!file.isString() || !url.isString()) {
            return error(
                    FORM.formatted(
                            "this one has no text for \""
                                    + (file.isString() ? "url" : "file")
                                    + "\""));
        }
        try {
            var page =
                    reader.read(bytes(Path.of(file.asString())), Optional.empty(), url.asString());
            return json(page, url.asString()).toString();
        } catch (NoSuchFileException e) {
            return error(
                    "There is no file '"
                            + file.asString()
                            + "'; its path is taken from the working directory.");
        } catch (IOException | InvalidPathException e) {
            return error(
                    "The file '"
                            + file.asString()
                            + "' should be a page, gzipped or not; it cannot be read.");
        }
    }

    private static String error(String sentence) {
        return JsonNodeFactory.instance.objectNode().put("error", sentence).toString();
    }

    /// The file's first bytes, unpacked.
    private static byte[] bytes(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(2);
            boolean packed = in.read() == 0x1F && in.read() == 0x8B;
            in.reset();
            try (InputStream plain = packed ? new GZIPInputStream(in) : in) {
                return plain.readNBytes(LARGEST);
            }
        }
    }

    private static ObjectNode json(Page page, String url) {
        var node = JsonNodeFactory.instance.objectNode().put("url", url);
        put(node, "title", page.title());
        var authors = node.putArray("authors");
        page.authors().forEach(authors::add);
        put(node, "publisher", page.publisher());
        put(node, "date", page.date().map(LocalDate::toString));
        put(node, "summary", page.summary());
        put(node, "language", page.language());
        put(node, "image", page.image());
        put(node, "canonical", page.canonical());
        put(node, "kind", page.kind().map(PageKind::word));
        put(node, "pointsTo", page.pointsTo());
        page.minutes()
                .ifPresentOrElse(
                        minutes -> node.put("minutes", minutes), () -> node.putNull("minutes"));
        var sources = node.putObject("sources");
        new TreeMap<>(page.sources()).forEach(sources::put);
        return node;
    }

    private static void put(ObjectNode node, String field, Optional<String> value) {
        value.ifPresentOrElse(text -> node.put(field, text), () -> node.putNull(field));
    }
}
