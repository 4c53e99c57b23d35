package gleaner.page;

import gleaner.news.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;

/// The least that a page says of itself: its title.
public final class FetchedTitle implements FetchReader {

    @Override
    public Page read(byte[] bytes, String contentType, String url) {
        try {
            var title =
                    contentType.contains("html")
                            ? Jsoup.parse(new ByteArrayInputStream(bytes), null, url).title()
                            : "";
            return new Page(
                    Optional.of(title).filter(words -> !words.isBlank()),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        } catch (IOException e) {
            return Page.UNREAD;
        }
    }
}
