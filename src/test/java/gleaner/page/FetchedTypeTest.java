package gleaner.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If these fail, a picture is read as a page, or a page as a file, because a server says so.
class FetchedTypeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    <!doctype html><p>              | text/html; charset=utf-8 | HTML  | text/html; charset=utf-8
                    <!DOCTYPE HTML>                 |                          | HTML  | text/html
                    ~  \\n<!-- c --><html>~         | text/plain               | HTML  | text/html
                    ï»¿<html>                       | application/octet-stream | HTML  | text/html
                    <?xml version="1.0"?><html>     | application/xhtml+xml    | HTML  | application/xhtml+xml
                    <?xml version="1.0"?><rss>      | text/html                | TEXT  | text/plain
                    <?xml version="1.0"?><rss>      | application/rss+xml      | TEXT  | application/rss+xml
                    þÿ\\0<\\0h\\0t\\0m\\0l\\0>       | text/html                | HTML  | text/html
                    þÿ\\0h\\0i                       | text/plain               | TEXT  | text/plain
                    words without markup            | text/html                | HTML  | text/html
                    words without markup            | text/plain; charset=x    | TEXT  | text/plain; charset=x
                    words without markup            | nonsense                 | TEXT  | text/plain
                    {"a": 1}                        | application/json         | TEXT  | application/json
                    %PDF-1.7                        | text/html                | PDF   | application/pdf
                    %PDF-1.7                        | Application/PDF          | PDF   | Application/PDF
                    \\211PNG\\r\\n\\032\\n           | text/html                | OTHER | application/octet-stream
                    \\211PNG\\r\\n\\032\\n\\0        | image/png                | OTHER | image/png
                    PK\\3\\4                         | application/zip          | OTHER | application/zip
                    <html>\\0                        | text/html                | OTHER | application/octet-stream
                    """)
    void theBytesDecideAndTheHeaderWhereTheyDoNot(
            String begin, String header, FetchedType type, String media) {
        var bytes = begin.translateEscapes().getBytes(StandardCharsets.ISO_8859_1);
        var said = Optional.ofNullable(header);
        assertThat(FetchedType.of(bytes, bytes.length, said.orElse(""))).isEqualTo(type);
        assertThat(
                        new Fetched(
                                        "u",
                                        List.of("u"),
                                        true,
                                        200,
                                        said,
                                        type,
                                        bytes,
                                        true,
                                        Optional.empty(),
                                        Optional.empty())
                                .mediaType())
                .isEqualTo(media);
    }
}
