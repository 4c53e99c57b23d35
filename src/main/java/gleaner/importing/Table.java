package gleaner.importing;

import gleaner.importing.Problems.Kind;
import gleaner.markdown.Plain;
import gleaner.news.Channel;
import gleaner.news.Event.MessagePosted;
import gleaner.news.Link;
import gleaner.news.MessageId;
import gleaner.news.Person;
import gleaner.news.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A table of links: CSV or TSV whose first line names its columns.
///
/// | column | |
/// |---|---|
/// | `url` | needed in every row; `https://` is put before one without a scheme |
/// | `date` | see [Times]; a row without one has that of the row above, else the file's own |
/// | `text` | plain words for the link, or Markdown with the link in it |
/// | `tags` | separated by `,` `;` or, as `#one #two`, by spaces; see [RowWords#tag] |
/// | `section` | where it belongs in the issue |
/// | `person` | who shared it; else the file's name |
///
/// Tab, comma or semicolon separate cells. A row is a public message in the channel `import:<the
/// file's name>`, without its ending. Its id is a hash of what it says, so that the same row in one
/// file, or the same file again, is one message; a row without a date counts as written on the date
/// that it takes from above.
final class Table implements Archive {

    private static final String KIND = "import";

    private final Source source;
    private final Options options;
    private final Instant written;
    private final String name;
    private final Channel channel;
    private final Times times;
    private final Ids ids = new Ids();
    private Instant time;
    private String date = "";

    Table(Source source, Options options, Instant written) {
        this.source = source;
        this.options = options;
        this.written = written.isBefore(Instant.EPOCH) ? Instant.EPOCH : written;
        this.name = channelName(source.bareName());
        this.channel = Channel.of(KIND, name);
        this.times = new Times(options.zone());
        this.time = this.written;
    }

    private static String channelName(String file) {
        var dot = file.lastIndexOf('.');
        var bare = Texts.name(dot > 0 ? file.substring(0, dot) : file);
        return bare.isEmpty() ? "table" : bare;
    }

    @Override
    public Form form() {
        return Form.TABLE;
    }

    @Override
    public void read(Sink sink) {
        var problems = new Problems(source.name(), sink);
        var lines = new Lines(source, options.limits().line(), problems, sink);
        if (!lines.next()) {
            problems.finish();
            return;
        }
        var columns = Columns.of(lines.text());
        if (columns.isPresent()) {
            read(lines, columns.get(), sink, problems);
        } else {
            problems.add(
                    Kind.FIELD,
                    source.name(),
                    lines.number(),
                    "The first line names no column 'url'.");
        }
        problems.finish();
    }

    private void read(Lines lines, Columns columns, Sink sink, Problems problems) {
        sayUnknown(columns, lines.number(), problems);
        var rows = new Rows(lines, columns.delimiter());
        while (rows.next()) {
            try {
                sink.event(message(rows.cells(), columns));
            } catch (Fault e) {
                problems.add(
                        e.kind,
                        source.name(),
                        rows.number(),
                        e.sentence() + "; the row is left out.");
            }
        }
    }

    @Override
    public void close() {
        source.close();
    }

    private void sayUnknown(Columns columns, long line, Problems problems) {
        if (!columns.unknown().isEmpty()) {
            problems.add(
                    Kind.UNKNOWN,
                    source.name(),
                    line,
                    "Columns that are not known, or twice there, are passed over: '%s'; known: %s."
                            .formatted(
                                    Texts.name(String.join("', '", columns.unknown())),
                                    String.join(", ", Columns.KNOWN)));
        }
    }

    private MessagePosted message(List<String> row, Columns columns) throws Fault {
        if (row.size() > columns.count()
                && row.subList(columns.count(), row.size()).stream()
                        .anyMatch(cell -> !cell.isBlank())) {
            throw new Fault(
                    Kind.FIELD,
                    "The row has %d cells and the first line %d (a cell with the delimiter in it needs quotes)"
                            .formatted(row.size(), columns.count()));
        }
        var url = url(columns.value(row, "url"));
        take(columns.value(row, "date"));
        var text = Texts.clean(columns.value(row, "text"));
        var tags = Texts.clean(columns.value(row, "tags"));
        var section = Texts.name(columns.value(row, "section"));
        var person = Texts.name(columns.value(row, "person"));
        return new MessagePosted(
                new MessageId(channel.id(), ids.of(date, url, text, tags, section, person)),
                channel,
                Person.of(KIND, person.isEmpty() ? name : person),
                time,
                RowWords.markdown(text, url, tags),
                Visibility.PUBLIC,
                Optional.empty(),
                Optional.empty(),
                section.isEmpty() ? Optional.empty() : Optional.of(section));
    }

    private void take(String cell) throws Fault {
        if (!cell.isEmpty()) {
            time =
                    times.parse(cell)
                            .orElseThrow(() ->
                                    new Fault(
                                            Kind.DATE,
                                            "There is no date '%s': %s"
                                                    .formatted(Texts.name(cell), Times.HINT)));
            date = cell;
        }
    }

    private static String url(String cell) throws Fault {
        var url = Texts.clean(cell);
        if (url.isEmpty()) {
            throw new Fault(Kind.URL, "The row has no URL");
        }
        if (url.length() > Link.MAX_URL) {
            throw new Fault(
                    Kind.URL,
                    "The URL has %s characters, more than the %s that are kept"
                            .formatted(Texts.number(url.length()), Texts.number(Link.MAX_URL)));
        }
        if (hasSpace(url)) {
            throw new Fault(Kind.URL, "The URL '%s' has a space in it".formatted(Texts.name(url)));
        }
        if (Plain.isWeb(url)) {
            return url;
        }
        if (isBareHost(url)) {
            return "https://" + url;
        }
        throw new Fault(
                Kind.URL,
                "'%s' is no URL that begins with https:// or http://".formatted(Texts.name(url)));
    }

    private static boolean hasSpace(String url) {
        for (var i = 0; i < url.length(); i++) {
            if (url.charAt(i) <= ' ') {
                return true;
            }
        }
        return false;
    }

    /// `www.example.com/a`, `example.com`; not `mailto:ada@example.com`, `/a.html`, `n.a.`
    private static boolean isBareHost(String url) {
        var end = 0;
        while (end < url.length() && "/?#:@".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        var host = url.substring(0, end).toLowerCase(Locale.ROOT);
        var dot = host.lastIndexOf('.');
        return (end == url.length() || (url.charAt(end) != ':' && url.charAt(end) != '@'))
                && dot > 0
                && host.length() - dot > 2
                && host.charAt(0) != '.';
    }
}
