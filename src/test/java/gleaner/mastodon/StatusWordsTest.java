package gleaner.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.capture.FoundLink;
import gleaner.capture.MessageText;
import gleaner.mastodon.MastodonApi.Reach;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What people wrote comes through as Markdown, whichever server wrote the HTML: a link that is
/// lost here is lost for good.
class StatusWordsTest {

    static Stream<Arguments> servers() {
        return Stream.of(
                Arguments.of(
                        "Mastodon: shortened link, mention, hashtag",
                        """
                        <p><span class="h-card" translate="no"><a href="https://here.example/@gleaner" class="u-url mention">@<span>gleaner</span></a></span> \
                        Tests that read like prose: <a href="https://blog.example/2026/11/tests?ref=a&amp;b=1" target="_blank" rel="nofollow noopener" translate="no">\
                        <span class="invisible">https://</span><span class="ellipsis">blog.example/2026/11/tes</span><span class="invisible">ts?ref=a&amp;b=1</span></a></p>\
                        <p><a href="https://here.example/tags/CleanCode" class="mention hashtag" rel="tag">#<span>CleanCode</span></a></p>\
                        """,
                        "Tests that read like prose: <https://blog.example/2026/11/tests?ref=a&b=1>\n\n#CleanCode"),
                Arguments.of(
                        "Mastodon: the fallback of a quote is skipped",
                        """
                        <p class="quote-inline">RE: <a href="https://far.example/@cy/9">https://far.example/@cy/9</a></p><p>Worth a read</p>\
                        """,
                        "Worth a read"),
                Arguments.of(
                        "GoToSocial: full link, class and rel in another order, no spans",
                        """
                        <p><span class="h-card"><a href="https://here.example/@gleaner" class="u-url mention" rel="nofollow noreferrer noopener" target="_blank">@<span>gleaner</span></a></span> \
                        see <a href="https://go.example/notes" rel="nofollow noreferrer noopener" target="_blank">https://go.example/notes</a> \
                        <a href="https://gts.example/tags/golang" class="mention hashtag" rel="tag nofollow noreferrer noopener" target="_blank">#<span>GoLang</span></a></p>\
                        """,
                        "see <https://go.example/notes> #GoLang"),
                Arguments.of(
                        "GoToSocial: Markdown with lists, code and a quote",
                        """
                        <p>Three things:</p><ol><li>first, <a href="https://one.example/">the one</a></li><li>second</li></ol>\
                        <blockquote><p>as they said</p></blockquote><pre><code class="language-sh">rm -rf https://not.example/link
                        </code></pre><p>use <code>a*b</code></p>\
                        """,
                        """
                        Three things:

                        1. first, [the one](https://one.example/)
                        2. second

                        > as they said

                        ```
                        rm -rf https://not.example/link
                        ```

                        use `a*b`\
                        """),
                Arguments.of(
                        "Akkoma: no paragraphs, breaks, own attributes, a bare anchor with words",
                        """
                        <span class="h-card"><a class="u-url mention" data-user="9x" href="https://here.example/@gleaner" rel="ugc">@<span>gleaner</span></a></span> \
                        a fine piece<br/><br/><a href="https://akk.example/piece">on parsers</a> <a class="hashtag" data-tag="parsers" href="https://akk.example/tag/parsers" rel="tag ugc">#Parsers</a>\
                        """,
                        "a fine piece\n\n[on parsers](https://akk.example/piece) #Parsers"),
                Arguments.of(
                        "Misskey: spans, a mention and a tag known only by rel, an inline quote",
                        """
                        <p><a href="https://here.example/@gleaner" class="u-url mention">@gleaner@here.example</a><span> lies das: </span>\
                        <a href="https://msk.example/artikel">https://msk.example/artikel</a><span> </span><a href="https://msk.example/tags/Übung" rel="tag">#Übung</a>\
                        <span class="quote-inline"><br><br>RE: <a href="https://msk.example/notes/9">https://msk.example/notes/9</a></span></p>\
                        """,
                        "lies das: <https://msk.example/artikel> #Übung"),
                Arguments.of(
                        "Friendica: mentions known only by their address, the # outside of the link",
                        """
                        @<a href="https://near.example/profile/ben" class="u-url userinfo">ben</a> meint: <a href="https://fri.example/x" target="_blank">fri.example/x</a> \
                        #<a href="https://near.example/search?tag=webassembly">WebAssembly</a>\
                        """,
                        "@ben meint: <https://fri.example/x> #WebAssembly"),
                Arguments.of(
                        "WordPress: headings, a figure, many links with words",
                        """
                        <h2>Release day</h2><p>Our <a href="https://wp.example/2026/release/">new release</a> is out!<a href="https://wp.example/dl">Download</a></p>\
                        <figure><img src="https://wp.example/a.png" alt="A chart"><figcaption>Figures</figcaption></figure>\
                        <p><a rel="tag" class="hashtag u-tag u-category" href="https://wp.example/tag/release/">#release</a></p>\
                        """,
                        """
                        Release day

                        Our [new release](https://wp.example/2026/release/) is out\\![Download](https://wp.example/dl)

                        A chart

                        Figures

                        #release\
                        """),
                Arguments.of(
                        "Other schemes, attached files, scripts and relative links are no links",
                        """
                        <p><a href="magnet:?xt=urn:btih:1">a torrent</a>, <a href="gemini://x.example/">a capsule</a>, <a href="javascript:alert(1)">boom</a>, \
                        <a href="/tags/x">here</a> <a href="https://files.example/cat.png">cat.png</a><script>alert("https://evil.example")</script></p>\
                        """,
                        "a torrent, a capsule, boom, here"),
                Arguments.of(
                        "What looks like Markdown is escaped",
                        "<p># no heading<br>*stars* and [brackets](https://b.example/) &lt;b&gt; 1. x</p>",
                        "\\# no heading\n\\*stars\\* and \\[brackets\\](<https://b.example/>) \\<b> 1. x"),
                Arguments.of(
                        "Plain text without any HTML",
                        "Test, and https://plain.example/x too",
                        "Test, and <https://plain.example/x> too"),
                Arguments.of("Nothing", "", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void theWordsOf(String name, String html, String markdown) {
        assertThat(Statuses.words(html).markdown()).as(name).isEqualTo(markdown);
    }

    @Test
    void theHrefCountsAndNeverTheText() {
        var text =
                Statuses.words(
                                "<p><a href=\"https://real.example/page\">https://shown.example/</a></p>")
                        .markdown();
        assertThat(MessageText.of(text).links())
                .extracting(FoundLink::url)
                .containsExactly("https://real.example/page");
    }

    @Test
    void aContentWarningIsWordsToo() {
        var status =
                Statuses.of(
                        "<p>inside</p>",
                        Reach.PUBLIC,
                        "Long read: https://w.example/ *all* of it #food",
                        Optional.empty());
        assertThat(StatusWords.of(status, _ -> false).markdown())
                .isEqualTo("Long read: <https://w.example/> \\*all\\* of it #food\n\ninside");
    }

    @Test
    void whatIsQuotedStandsAsAQuote() {
        var quoted =
                Statuses.of("<p>The <a href=\"https://q.example/\">paper</a></p><p>is out</p>");
        var status = Statuses.of("<p>Finally</p>", Reach.PUBLIC, "", Optional.of(quoted));
        var markdown = StatusWords.of(status, _ -> false).markdown();
        assertThat(markdown)
                .isEqualTo("Finally\n\n> The [paper](https://q.example/)\n> \n> is out");
        assertThat(MessageText.of(markdown).links()).allMatch(FoundLink::quoted);
    }

    @Test
    void whatIsQuotedIsNeverShownToMoreThanCouldReadIt() {
        var quoted = Statuses.of("<p>secret</p>", Reach.FOLLOWERS, "", Optional.empty());
        var status = Statuses.of("<p>Look</p>", Reach.PUBLIC, "", Optional.of(quoted));
        assertThat(StatusWords.of(status, _ -> false).markdown()).isEqualTo("Look");
    }

    @Test
    void mentionsAtTheBeginningAreTheAddress() {
        var words =
                Statuses.words(
                        "<p><a class=\"mention\" href=\"https://near.example/profile/ben\">@ben</a> "
                                + "<a class=\"mention\" href=\"https://here.example/@gleaner\">@gleaner</a>, ask "
                                + "<a class=\"mention\" href=\"https://near.example/profile/ben\">@ben</a> "
                                + "<a class=\"mention\" href=\"https://here.example/@gleaner\">@gleaner</a></p>");
        assertThat(words.own()).isEqualTo("ask @ben");
        assertThat(words.addressees())
                .containsExactly(
                        "https://near.example/profile/ben", "https://here.example/@gleaner");
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("deep quotes", "<blockquote>".repeat(50_000) + "x"),
                Arguments.of("deep lists", "<ul><li>".repeat(30_000) + "x"),
                Arguments.of("deep spans", "<span>".repeat(80_000) + "x"),
                Arguments.of("many links", "<a href=\"https://x.example/\">x</a>".repeat(15_000)),
                Arguments.of("many backticks", "<code>" + "`".repeat(200_000) + "</code>"),
                Arguments.of("cut off", "<p><a href=\"https://x.example/" + "a".repeat(300_000)),
                Arguments.of("marks", "[*_~`<&#\\!".repeat(40_000)),
                Arguments.of("half of a pair", "<p>\uD83D \uDE00 \u0000 \u202E</p>".repeat(10_000)),
                Arguments.of("line breaks", "<br>".repeat(100_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void nothingMakesReadingFailOrSlow(String name, String html) {
        var start = System.nanoTime();
        MessageText.of(Statuses.words(html).markdown());
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as(name)
                .isLessThan(Duration.ofSeconds(10));
    }
}
