package gleaner.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A wrong name is worse than none.
class AuthorsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'@type':'NewsArticle','headline':'Harbour bells ring again','author':'Ada Winter'}",
                "{'@type':'Article','author':{'@type':'Person','name':'Ada Winter'}}",
                "{'@type':['Article','Thing'],'author':[{'@type':'Person','name':'By Ada Winter'}]}",
                "{'@graph':[{'@type':'WebSite','name':'Lantern Post'},{'@type':'BlogPosting','author':{'@id':'#ada'}},{'@id':'#ada','@type':'Person','name':'Ada Winter'}]}",
                "[{'@type':'http://schema.org/Article','creator':['Ada Winter']}]",
                "{'@type':'WebPage','mainEntity':{'@type':'Article','author':{'name':'Ada Winter'}}}",
                "/* page */ {'@type':'Article','author':'Ada Winter',}",
                "<!-- {'@type':'Article','author':'Ada Winter'} -->",
                "{'@type':'Article','author':'Ada Winter','articleBody':'cut off in the mid"
            })
    void jsonNamesTheAuthor(String json) {
        var page = Html.json(json.replace('\'', '"'));
        assertThat(page.authors()).containsExactly("Ada Winter");
        assertThat(page.sources()).containsEntry("authors", "json-ld");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p class='byline'>By Ada Winter</p>",
                "<p>By <a href='/authors/ada-winter'>Ada Winter</a> | March 3, 2026</p>",
                "<a rel=author href='/x'>Ada Winter</a>",
                "<span itemprop=author itemscope><span itemprop=name>Ada Winter</span></span>",
                "<div class='article__author-name'>Ada Winter</div><time>3 March</time>",
                "<div class='postAuthor'><img alt=''>Ada Winter<br>Staff Writer</div>",
                "<div class=meta>By Ada Winter&nbsp;&nbsp;Harbour</div>",
                "<span class=byline><span class=hidden>Author: Ada Winter</span><a rel=author>Ada Winter</a></span>"
            })
    void aBylineAfterTheHeadingNamesTheAuthor(String byline) {
        assertThat(Html.under(byline).authors()).containsExactly("Ada Winter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<nav><a href='/author/ada'>Ada Winter</a></nav>",
                "<aside class=box><p class=byline>By Ada Winter</p></aside>",
                "<div class='related-articles'><p class=byline>By Ada Winter</p></div>",
                "<ol id=comments><li><span class=author>Ada Winter</span></li></ol>",
                "<footer><p class=author>Ada Winter</p></footer>",
                "<figure><figcaption>By Ada Winter</figcaption></figure>",
                "<p>By Monday the bells were quiet.</p>",
                "<p>Bells by Ada Winter were heard.</p>",
                "<p class=byline>By Lantern Post Staff</p>",
                "<p class=author>Read more</p>"
            })
    void otherNamesOnThePageAreNotItsAuthors(String words) {
        assertThat(Html.under(words).authors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta name=author content='Ada Winter'>",
                "<meta name=parsely-author content='Ada Winter'>",
                "<meta name=sailthru.author content='Ada Winter'>",
                "<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Ada Winter'>",
                "<meta name=citation_author content='Ada Winter'>",
                "<meta name=dc.creator content='Ada Winter'>"
            })
    void metaNamesTheAuthor(String head) {
        assertThat(Html.article(head, "<h1>Harbour bells ring again</h1>").authors())
                .containsExactly("Ada Winter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta property=article:author content='https://www.facebook.com/ada.winter'>",
                "<meta name=author content='ada@lantern.example'>",
                "<meta name=author content='admin'>",
                "<meta name=author content='Lantern Post'>",
                "<meta name=author content='Lantern Media Group'>",
                "<meta name=twitter:creator content='@adawinter'>",
                "<meta property=article:author content='Ada Winter'>"
            })
    void whatIsSeldomRightIsNotEnough(String head) {
        var html = head + "<meta property=og:site_name content='Lantern Post'>";
        assertThat(Html.article(html, "<h1>Harbour bells ring again</h1>").authors()).isEmpty();
    }

    @Test
    void aPersonInTheBylineIsBelievedBeforeStaffInJson() {
        var page =
                Html.article(
                        "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":{\"@type\":\"Person\",\"name\":\"Lantern Staff\"}}</script>",
                        "<h1>Harbour bells ring again</h1><p class=byline>By Ada Winter</p>");
        assertThat(page.authors()).containsExactly("Ada Winter");
    }

    @Test
    void allAuthorsAreNamedWhereOneSourceKnowsOnlyTheFirst() {
        var page =
                Html.article(
                        "<meta name=author content='Ada Winter'>",
                        "<h1>Harbour bells ring again</h1><div class=authors><a class=author>Ada Winter</a> <a class=author>Bo Summer</a></div>");
        assertThat(page.authors()).containsExactly("Ada Winter", "Bo Summer");
    }

    @Test
    void theOwnerOfASiteMayBeItsAuthor() {
        var page =
                Html.read(
                        "<title>Bells | Ada Winter</title><meta property=og:site_name content='Ada Winter'>"
                                + "<script type='application/ld+json'>{\"@type\":\"BlogPosting\",\"author\":{\"@type\":\"Person\",\"name\":\"Ada Winter\"}}</script><h1>Bells</h1>",
                        "https://adawinter.example/bells");
        assertThat(page.authors()).containsExactly("Ada Winter");
        assertThat(page.publisher()).contains("Ada Winter");
        assertThat(page.title()).contains("Bells");
    }
}
