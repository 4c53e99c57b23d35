package gleaner.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import gleaner.command.Edition;
import gleaner.command.FeedForm;
import gleaner.news.Tag;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/// If it fails, readers' programs refuse the feed, or show everything as new.
class FeedsTest {

    private static final Path RESOURCES = Path.of("src/test/resources/gleaner/publishing");
    private static final List<Edition> ISSUES =
            List.of(Editions.issue(8, "Later words"), Editions.issue(7, "Words"));
    private static final Optional<URI> SITE = Optional.of(URI.create("https://news.example/"));

    private static String write(FeedForm form, Optional<URI> site, Optional<Tag> tag) {
        return new Feeds(Editions.NEWSLETTER, site)
                .write(form, ISSUES, tag, UnaryOperator.identity());
    }

    @ParameterizedTest
    @CsvSource({
        "RSS, , issues.rss",
        "ATOM, , issues.atom",
        "JSON, , issues.json",
        "RSS, go, tag.rss",
        "ATOM, go, tag.atom",
        "JSON, go, tag.json"
    })
    void aFeedReadsAsInTheFile(FeedForm form, String tag, String file) throws IOException {
        var written = write(form, SITE, Optional.ofNullable(tag).map(Tag::of));

        var path = RESOURCES.resolve(file);
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(RESOURCES);
            Files.writeString(path, written);
        }
        assertThat(written).isEqualTo(Files.readString(path));
    }

    @ParameterizedTest
    @EnumSource(names = {"RSS", "ATOM"})
    void aReaderOfFeedsFindsTheWholeIssues(FeedForm form) throws FeedException {
        var feed = parsed(write(form, SITE, Optional.empty()));

        assertThat(feed.getTitle()).isEqualTo("Links & more");
        assertThat(feed.getEntries())
                .extracting(SyndEntry::getTitle)
                .containsExactly("Issue 8: a week", "Issue 7: a week");
        var entry = feed.getEntries().getFirst();
        assertThat(entry.getLink()).isEqualTo("https://news.example/issue-8.html");
        assertThat(entry.getUri()).startsWith("urn:uuid:");
        assertThat(entry.getPublishedDate()).isEqualTo("2026-11-08T18:00:00Z");
        assertThat(entry.getContents().getFirst().getValue())
                .isEqualTo("<h1>Issue 8: a week</h1>\n<p>Later words</p>");
    }

    @ParameterizedTest
    @EnumSource(names = {"RSS", "ATOM"})
    void aTagsFeedHasWhatRanUnderIt(FeedForm form) throws FeedException {
        var feed = parsed(write(form, Optional.empty(), Optional.of(Tag.of("#SECURITY"))));

        assertThat(feed.getTitle()).isEqualTo("Links & more: #SECURITY");
        assertThat(feed.getEntries())
                .extracting(SyndEntry::getLink)
                .containsExactly("https://one.example/?a=1&b=2", "https://one.example/?a=1&b=2");
        assertThat(feed.getEntries().getFirst().getContents().getFirst().getValue())
                .isEqualTo(
                        "<p><a href=\"https://one.example/?a=1&amp;b=2\">Later words</a> &lt;one&gt; (A &amp; B)</p>");
    }

    @Test
    void aTagIsFoundUnderTheNameThatItHasNow() {
        var feed =
                new Feeds(Editions.NEWSLETTER, SITE)
                        .write(
                                FeedForm.JSON,
                                ISSUES,
                                Optional.of(Tag.of("golang")),
                                tag -> tag.folded().equals("go") ? Tag.of("golang") : tag);
        assertThat(new JsonMapper().readTree(feed).path("items").size()).isEqualTo(4);
    }

    @Test
    void aFootnotesMarkIsNotInATagsFeed() {
        var issue =
                new Edition(
                        3,
                        Editions.NOW,
                        "T",
                        java.util.Map.of(
                                gleaner.command.DraftForm.JSON,
                                """
                                {"sections":[{"items":[{"id":"k3f9","urls":[],"tags":["go"],
                                  "text":"Words[*1].","html":"Words<sup><a href=\\"#fn-1\\">1</a></sup>."}]}]}
                                """));
        var written =
                new Feeds(Editions.NEWSLETTER, Optional.empty())
                        .write(
                                FeedForm.JSON,
                                List.of(issue),
                                Optional.of(Tag.of("go")),
                                UnaryOperator.identity());
        assertThat(new JsonMapper().readTree(written).at("/items/0/content_html").asString())
                .isEqualTo("<p>Words.</p>");
        assertThat(new JsonMapper().readTree(written).at("/items/0/title").asString())
                .isEqualTo("Words.");
    }

    @ParameterizedTest
    @EnumSource(FeedForm.class)
    void idsStayWhenTheSiteMoves(FeedForm form) {
        var here = write(form, SITE, Optional.empty());
        var there =
                write(form, Optional.of(URI.create("https://other.example/")), Optional.empty());
        assertThat(here.replace("news.example", "other.example")).isEqualTo(there);
    }

    @ParameterizedTest
    @EnumSource(names = {"RSS", "ATOM"})
    void nothingThatNoXmlMayHoldIsInIt(FeedForm form) throws FeedException {
        var issue = Editions.issue(7, "A\u0001 \ud800 ]]> <b>&amp;\uffff 💡", "Words \u0000 ]]>");
        var written =
                new Feeds(Editions.NEWSLETTER, Optional.empty())
                        .write(form, List.of(issue), Optional.empty(), UnaryOperator.identity());
        assertThat(parsed(written).getEntries().getFirst().getTitle())
                .isEqualTo("A  ]]> <b>&amp; 💡");
    }

    @ParameterizedTest
    @EnumSource(names = {"RSS", "ATOM"})
    void anEmptyFeedIsAFeed(FeedForm form) throws FeedException {
        var written =
                new Feeds(Editions.NEWSLETTER, Optional.empty())
                        .write(form, List.of(), Optional.empty(), UnaryOperator.identity());
        assertThat(parsed(written).getEntries()).isEmpty();
    }

    @Test
    void anIssueWhoseJsonIsBrokenIsAnEntryAllTheSame() {
        var issue =
                new Edition(
                        3,
                        Editions.NOW,
                        "T",
                        java.util.Map.of(gleaner.command.DraftForm.JSON, "{"));
        var written =
                new Feeds(Editions.NEWSLETTER, Optional.empty())
                        .write(
                                FeedForm.JSON,
                                List.of(issue),
                                Optional.empty(),
                                UnaryOperator.identity());
        assertThat(new JsonMapper().readTree(written).at("/items/0/title").asString())
                .isEqualTo("T");
    }

    private static SyndFeed parsed(String feed) throws FeedException {
        return new SyndFeedInput().build(new StringReader(feed));
    }
}
