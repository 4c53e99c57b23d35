package gleaner.importing;

import gleaner.news.Excerpt;
import gleaner.news.GleanerException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

/// Opens what links were kept in before, whatever form it has.
///
/// A Slack export is a zip or a folder, a transcript and a table are text in UTF-8; each may be
/// packed by gzip, once. Which it is, its contents say; its name is asked only where they do not.
public final class Archives {

    private static final String KNOWN =
            "a Slack export (zip or folder), a transcript (a JSON object a line) or a table (CSV or TSV with a column 'url')";

    private Archives() {}

    /// Opens the file or folder, `-` for standard input.
    ///
    /// @throws GleanerException where there is no such file, it may not be read, or is in none of
    ///   the forms
    public static Archive open(Path path, Options options) {
        if (path.toString().equals("-")) {
            return open(options.standardInput(), "standard-input", -1, Instant.EPOCH, options);
        }
        if (!Files.exists(path)) {
            throw GleanerException.usage("There is no file or folder '%s'.".formatted(path));
        }
        if (!Files.isReadable(path)) {
            throw GleanerException.failed(
                    "'%s' may not be read: allow this account to.".formatted(path));
        }
        try {
            if (Files.isDirectory(path)) {
                return slack(path.toString(), new FolderTree(path, options.limits()), options);
            }
            if (ZipTree.isZip(path)) {
                return slack(path.toString(), ZipTree.open(path, options.limits()), options);
            }
            return open(
                    Files.newInputStream(path),
                    path.toString(),
                    Files.size(path),
                    Files.getLastModifiedTime(path).toInstant(),
                    options);
        } catch (IOException e) {
            throw new GleanerException(
                    GleanerException.Kind.FAILED, "'%s' cannot be read.".formatted(path), e);
        }
    }

    /// Opens a stream, which is closed with the archive.
    ///
    /// @param name for sentences, and for what has no other: `links.csv` is channel and person
    ///   `links`
    /// @param bytesTotal its size for telling progress, -1 where nobody knows
    /// @param written when it was; rows without a date before any with one have this time
    /// @throws GleanerException where it is in none of the forms
    public static Archive open(
            InputStream in, String name, long bytesTotal, Instant written, Options options) {
        var source = Source.open(name, in, bytesTotal, options.limits());
        try {
            if (source.isZip()) {
                return slack(name, ZipTree.open(source, options.limits()), options);
            }
            return text(source, written, options);
        } catch (IOException e) {
            source.close();
            throw new GleanerException(
                    GleanerException.Kind.FAILED, "'%s' cannot be read.".formatted(name), e);
        } catch (GleanerException e) {
            source.close();
            throw e;
        }
    }

    private static Archive slack(String name, Tree tree, Options options) {
        try {
            return SlackExport.open(name, tree, options);
        } catch (GleanerException e) {
            tree.close();
            throw e;
        }
    }

    private static Archive text(Source source, Instant written, Options options) {
        var head = source.head();
        head = head.startsWith("\ufeff") ? head.substring(1) : head;
        var file = source.bareName();
        if (head.isBlank()) {
            return new EmptyFile(source);
        }
        var first = head.strip().lines().findFirst().orElse("");
        var columns = Columns.of(first);
        var name = file.toLowerCase(Locale.ROOT);
        if (first.startsWith("{") || (columns.isEmpty() && looksLikeJson(head, name))) {
            return new Transcript(source, options);
        }
        if (columns.isPresent()) {
            return new Table(source, options, written);
        }
        if (name.endsWith(".csv") || name.endsWith(".tsv")) {
            throw GleanerException.usage(
                    "'%s' begins with '%s': a table's first line names its columns, and one is 'url'."
                            .formatted(source.name(), Excerpt.of(first)));
        }
        throw unknown(source.name(), head, first);
    }

    /// Whether some line but the first is an object, as after a line that is damaged.
    private static boolean looksLikeJson(String head, String name) {
        return head.contains("\n{\"") || name.endsWith(".jsonl") || name.endsWith(".ndjson");
    }

    private static GleanerException unknown(String name, String head, String first) {
        if (head.startsWith("\ufffd\ufffd") || head.indexOf('\0') >= 0) {
            return GleanerException.usage(
                    "'%s' is no text in UTF-8; Gleaner reads %s.".formatted(name, KNOWN));
        }
        return GleanerException.usage(
                "'%s' begins with '%s'; Gleaner reads %s."
                        .formatted(name, Excerpt.of(first), KNOWN));
    }

    /// The sentence for a zip or folder that is no export.
    static GleanerException noExport(String name) {
        return GleanerException.usage(
                "'%s' holds neither users.json nor channels.json; Gleaner reads %s."
                        .formatted(name, KNOWN));
    }
}
