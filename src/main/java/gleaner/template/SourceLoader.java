package gleaner.template;

import io.pebbletemplates.pebble.error.LoaderException;
import io.pebbletemplates.pebble.loader.Loader;
import java.io.Reader;
import java.io.StringReader;
import java.util.regex.Pattern;

/// Reads templates from [Sources] only.
///
/// The engine leaves out the line end behind every tag or behind none; here it goes into the tag
/// where a tag does something, so that lines keep their numbers.
final class SourceLoader implements Loader<String> {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,60}\\.[a-z]{2,4}");
    private static final Pattern TAG_END = Pattern.compile("(-?[%#]\\})\n");

    private final Sources sources;

    SourceLoader(Sources sources) {
        this.sources = sources;
    }

    @Override
    public Reader getReader(String file) {
        if (!NAME.matcher(file).matches()) {
            throw new LoaderException(
                    null,
                    "'%s' is no name of a template; it should be like items.md"
                            .formatted(file.length() > 80 ? file.substring(0, 80) + "…" : file));
        }
        var source =
                sources.of(file)
                        .orElseThrow(() ->
                                new LoaderException(
                                        null, "the file '%s' is missing".formatted(file)));
        var text = source.text().replace("\r\n", "\n");
        return new StringReader(TAG_END.matcher(text).replaceAll("\n$1"));
    }

    @Override
    public void setCharset(String charset) {}

    @Override
    public void setPrefix(String prefix) {}

    @Override
    public void setSuffix(String suffix) {}

    @Override
    public String resolveRelativePath(String path, String anchor) {
        return path;
    }

    @Override
    public String createCacheKey(String file) {
        return file;
    }

    @Override
    public boolean resourceExists(String file) {
        return sources.of(file).isPresent();
    }
}
