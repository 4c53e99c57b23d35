package gleaner.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// If it fails, a page's title runs as code in a publisher's template, or readers see other words.
class HarmlessTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    plain words                     | plain words
                    \\{\\{ title }} by \\{\\% now %} | \\{\\{ title }} by \\{\\% now %}
                    {{ title }}                     | {\\{ title }}
                    {{{ title                       | {\\{\\{ title
                    {% now %} {# note #}            | {\\% now %} {\\# note #}
                    `{{ a }}`                       | <code>&#123;&#123; a &#125;&#125;</code>
                    `a { b }`                       | `a { b }`
                    a `{% b` and `c`                | a <code>&#123;&#37; b</code> and `c`
                    """)
    void nothingOpensATagOfDjangos(String markdown, String written) {
        assertThat(Harmless.django(markdown)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    100 %% sure           | 100 %% sure
                    %%{uuid}%%            | %<!-- -->%{uuid}%%
                    %%\\{uuid}%%          | %<!-- -->%\\{uuid}%%
                    `%%{uuid}%%`          | <code>%<!-- -->%&#123;uuid&#125;&#37;&#37;</code>
                    """)
    void nothingIsFilledInByGhost(String markdown, String written) {
        assertThat(Harmless.ghost(markdown)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A {{ b }} c",
                "- a `{{ b }}` c\n- `` {% ` %} ``\n",
                "# {{{{ x\n\n> {# y #}\n",
                "```\n{{ block }}\n<b>\n```\n",
                "    {% indented %}\n",
                "[{{ words }}](https://one.example/ \"{{ title }}\")",
                "unclosed `{{ tick"
            })
    void readersSeeTheSameWords(String markdown) {
        var harmless = Harmless.django(markdown);

        assertThat(harmless).doesNotContain("{{", "{%", "{#");
        assertThat(text(harmless)).isEqualTo(text(markdown));
    }

    private static String text(String markdown) {
        var html = HtmlRenderer.builder().build().render(Parser.builder().build().parse(markdown));
        return org.jsoup.Jsoup.parse(html).text();
    }

    @Test
    void hostileTextTakesNoTime() {
        var text = "{".repeat(200_000) + "`".repeat(1_000) + "{% ".repeat(50_000);
        assertThat(Harmless.django(text)).doesNotContain("{%").doesNotContain("{{");
        assertThat(Harmless.go(text)).doesNotContain("{{");
    }

    @Test
    void aFullPageGoesIntoATemplateAsItsBody() {
        var page =
                "<!DOCTYPE html><html><head><style>.a{{color:red}}</style></head><BODY class=\"b\">\n<p>{{ x }}</p>\n</BODY></html>";
        assertThat(Listmonk.text(page.replace("BODY", "body")))
                .isEqualTo("<style>\n.a{ {color:red}}\n</style>\n<p>&#123;{ x }}</p>");
        assertThat(Listmonk.text("<p>only this")).isEqualTo("<p>only this");
    }
}
