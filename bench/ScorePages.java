import gleaner.news.Page;
import gleaner.page.PageReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Scores what is read out of saved pages: title, authors, publisher, date; and the time it takes.
///
/// Run after `mvn -Dquick package` or with the class path of a compiled tree:
/// `java -cp 'target/classes:target/lib/*' bench/ScorePages.java [--wrong] [--half=0|1] [folder]`.
/// The folder holds `expected.jsonl` (id, html, url, expected) and the pages, gzipped or not. Of pages that
/// have the field: right when equal but for case, accents and punctuation. Authors are right when all of
/// them and no others are named; precision counts the pages where one is named and the truth is known.
public final class ScorePages {

    private static final String USUAL = "../shared/corpus/pages";

    /// Counts of one field.
    private static final class Tally {
        int known;
        int given;
        int right;
        int partly;
    }

    public static void main(String[] args) throws IOException {
        List<String> words = new ArrayList<>(List.of(args));
        boolean tell = words.remove("--wrong");
        int half = words.remove("--half=0") ? 0 : words.remove("--half=1") ? 1 : -1;
        Path folder = Path.of(words.isEmpty() ? USUAL : words.getFirst());
        Path list = folder.resolve("expected.jsonl");
        if (!Files.isReadable(list)) {
            System.out.println("No pages to score: " + list + " is not there.");
            return;
        }
        PageReader reader = PageReader.builtIn();
        Map<String, Tally> fields = new TreeMap<>();
        Map<String, Tally> sources = new TreeMap<>();
        List<byte[]> bodies = new ArrayList<>();
        List<String> urls = new ArrayList<>();
        for (String line : Files.readAllLines(list)) {
            JsonNode page = new JsonMapper().readTree(line);
            String id = page.path("id").asString();
            if (half >= 0 && (id.hashCode() & 1) != half) {
                continue;
            }
            byte[] body = bytes(folder.resolve(page.path("html").asString()));
            String url = page.path("url").asString();
            bodies.add(body);
            urls.add(url);
            Page read = reader.read(body, Optional.empty(), url);
            JsonNode truth = page.path("expected");
            for (String field : List.of("title", "publisher", "date", "author")) {
                List<String> wanted = wanted(truth, field);
                String given = switch (field) {
                    case "title" -> read.title().orElse("");
                    case "publisher" -> read.publisher().orElse("");
                    case "date" -> read.date().map(Object::toString).orElse("");
                    default -> String.join("; ", read.authors());
                };
                if (wanted.isEmpty()) {
                    if (tell && field.equals("author") && !given.isEmpty()) {
                        System.out.printf("%-9s %s%n    given:  %s [%s]%n    wanted: unknown%n", field, id, given, read.sources().get("authors"));
                    }
                    continue;
                }
                boolean right = field.equals("author")
                        ? keys(read.authors()).equals(keys(wanted))
                        : keys(wanted).contains(key(given));
                boolean partly = right || field.equals("author") && keys(wanted).stream().anyMatch(keys(read.authors())::contains);
                String source = read.sources().getOrDefault(field.equals("author") ? "authors" : field, "-");
                for (Tally tally : List.of(fields.computeIfAbsent(field, f -> new Tally()), sources.computeIfAbsent(field + " by " + source, f -> new Tally()))) {
                    tally.known++;
                    tally.given += given.isEmpty() ? 0 : 1;
                    tally.right += right ? 1 : 0;
                    tally.partly += partly ? 1 : 0;
                }
                if (tell && !right) {
                    System.out.printf("%-9s %s%n    given:  %s [%s]%n    wanted: %s%n", field, id, given, source, wanted);
                }
            }
        }
        System.out.printf("%-28s %6s %6s %6s %8s %10s %7s%n", "field", "known", "given", "right", "right %", "precision", "partly");
        sources.forEach(ScorePages::print);
        fields.forEach(ScorePages::print);
        time(reader, bodies, urls);
    }

    private static void print(String name, Tally t) {
        System.out.printf("%-28s %6d %6d %6d %8.1f %10.1f %7d%n", name, t.known, t.given, t.right,
                100.0 * t.right / Math.max(1, t.known), 100.0 * t.right / Math.max(1, t.given), t.partly);
    }

    /// CPU time, so that what else the machine does counts little; the process's is that with collecting garbage.
    private static void time(PageReader reader, List<byte[]> bodies, List<String> urls) {
        long size = bodies.stream().mapToLong(body -> body.length).sum();
        if (size == 0) {
            return;
        }
        var threads = ManagementFactory.getThreadMXBean();
        double best = Double.MAX_VALUE;
        double all = Double.MAX_VALUE;
        for (int round = 0; round < 10; round++) {
            long start = threads.getCurrentThreadCpuTime();
            long startAll = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
            for (int i = 0; i < bodies.size(); i++) {
                reader.read(bodies.get(i), Optional.empty(), urls.get(i));
            }
            best = Math.min(best, (threads.getCurrentThreadCpuTime() - start) / 1e6);
            all = Math.min(all, (ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() - startAll) / 1e6);
        }
        System.out.printf("%d pages of %d kB on average: %.1f ms of CPU for each 300 kB (%.1f with the JVM's own threads)%n",
                bodies.size(), size / bodies.size() / 1000, best * 300_000 / size, all * 300_000 / size);
    }

    private static List<String> wanted(JsonNode truth, String field) {
        List<String> all = new ArrayList<>();
        if (field.equals("author")) {
            truth.path("authors").forEach(name -> all.add(name.asString()));
        } else if (!truth.path(field).isNull() && !truth.path(field).isMissingNode()) {
            all.add(truth.path(field).asString());
            truth.path(field + "_alt").forEach(name -> all.add(name.asString()));
        }
        return all;
    }

    private static byte[] bytes(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length < 2 || (bytes[0] & 0xFF) != 0x1F || (bytes[1] & 0xFF) != 0x8B) {
            return bytes;
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    private static Collection<String> keys(List<String> texts) {
        var keys = new TreeSet<String>();
        texts.forEach(text -> keys.add(key(text)));
        return keys;
    }

    private static String key(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return plain.replaceAll("\\p{M}+", "").replaceAll("['’‘`]", "").replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
