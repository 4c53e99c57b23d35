package gleaner.digest.format;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.digest.Draft;
import gleaner.digest.DraftStyle;
import gleaner.digest.Format;
import gleaner.digest.Note;
import gleaner.digest.Shared;
import gleaner.digest.Week;
import gleaner.digest.Wording;
import gleaner.digest.drafting.Drafter;
import gleaner.template.Shipped;
import gleaner.template.Source;
import gleaner.template.Sources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// If one of these fails, a team's template keeps its newsletter from being made, or a newsletter
/// lacks something that an editor put into it.
class LookTest {

    private static final List<Format> FORMATS = List.of(Format.MARKDOWN, Format.HTML, Format.TEXT);
    private static final Pattern TAG = Pattern.compile("<([a-z][a-z0-9]*+)([^>]*+)>");

    private static Draft draft(Look look) {
        var own = Shared.STYLE;
        var style =
                new DraftStyle(
                        own.sections(),
                        own.zone(),
                        own.locale(),
                        own.newsletterName(),
                        own.wording(),
                        look);
        return new Drafter(style).draft(7, Optional.empty(), Week.WORDS, Week.links(), false);
    }

    private static Sources own(Map<String, String> files) {
        var house = new Shipped("house");
        return file ->
                Optional.ofNullable(files.get(file))
                        .map(text -> new Source("config/templates/own/" + file, text))
                        .or(() -> house.of(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"house", "plain-list", "by-tag"})
    void eachThatShipsCanShowEverythingThatADraftHas(String name) {
        var look = Look.of(new Shipped(name), Look.HOUSE);

        assertThat(look.problems()).isEmpty();
        var sample = Sample.draft();
        for (var format : FORMATS) {
            var page = look.render(sample, format, true);
            assertThat(page)
                    .contains("A sentence on", "Only words", "Opening words.", "And more.")
                    .contains("What stands at the end.", "other.example", "Ada", "leads")
                    .contains("https://pictures.example/a.png", "Author/Publisher");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"house", "plain-list", "by-tag"})
    void theHtmlIsWhatMailProgramsCanShow(String name) {
        for (var draft : List.of(Sample.draft(), draft(Look.shipped(name)))) {
            var html = Look.shipped(name).render(draft, Format.HTML, true);

            assertThat(html.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .hasSizeLessThan(100_000);
            assertThat(html)
                    .startsWith("<!DOCTYPE html>\n<html lang=\"en-GB\" dir=\"ltr\">")
                    .contains("prefers-color-scheme: dark", "<table role=\"presentation\"");
            for (var tag : TAG.matcher(html).results().toList()) {
                assertThat(tag.group(1))
                        .isIn(
                                "html", "head", "meta", "title", "style", "body", "table", "tr",
                                "td", "p", "h1", "h2", "ul", "ol", "li", "a", "em", "strong",
                                "code", "sup", "img", "span", "div");
                var attributes = tag.group(2);
                assertThat(attributes).doesNotContainPattern("\\son[a-z]+\\s*=|url\\(|javascript:");
                switch (tag.group(1)) {
                    case "img" ->
                            assertThat(attributes)
                                    .contains(" alt=\"", " src=\"https://", " width=\"520\"");
                    case "p", "h1", "h2", "li", "td", "ul", "ol", "table" ->
                            assertThat(attributes + "style=").contains("style=");
                    case "a" -> assertThat(attributes).contains("href=\"");
                    default -> assertThat(attributes).doesNotContain("src=", "href=");
                }
            }
        }
    }

    @Test
    void itemsStandUnderTheTagThatMostOfThemHave() {
        var look = Look.shipped("by-tag");
        var draft =
                new Drafter(
                                new DraftStyle(
                                        Shared.SECTIONS,
                                        Shared.STYLE.zone(),
                                        Shared.STYLE.locale(),
                                        "",
                                        Wording.DEFAULT,
                                        look))
                        .draft(
                                7,
                                Optional.empty(),
                                List.of(
                                        tagged("b2b2", 1, "gas", "oil").build(),
                                        tagged("c3c3", 2, "oil").build(),
                                        tagged("d4d4", 3).build(),
                                        tagged("f5f5", 4, "gas!").build()),
                                false);

        assertThat(draft.render(Format.MARKDOWN, false))
                .contains(
                        """

                        ## \\#oil

                        - [A page called b2b2](https://b2b2.example/). (Paper b2b2)
                        - [A page called c3c3](https://c3c3.example/). (Paper c3c3)

                        """)
                .contains("\n## Everything else\n\n- [A page called d4d4]");
    }

    private static Shared tagged(String id, int hour, String... tags) {
        return Shared.link(id, "https://%s.example/".formatted(id))
                .said(hour, "https://%s.example/".formatted(id), tags)
                .page("A page called " + id, "Paper " + id);
    }

    @Test
    void aTemplateOfOnesOwnTakesWhatItNeedsFromTheOthers() {
        var look =
                Look.of(
                        own(Map.of("issue.txt", "{{ title }}\n{% include \"end.txt\" %}")),
                        Look.HOUSE);

        assertThat(look.problems()).isEmpty();
        assertThat(draft(look).render(Format.TEXT, false)).startsWith(draft(look).title() + "\n\n");
        assertThat(draft(look).render(Format.HTML, false))
                .isEqualTo(draft(Look.HOUSE).render(Format.HTML, false));
    }

    @Test
    void aBrokenOneIsToldAndTheLastGoodOneStandsIn() {
        var good = Look.of(own(Map.of("issue.md", "Mine: {{ title }}\n")), Look.HOUSE);
        var broken = Look.of(own(Map.of("issue.md", "Mine:\n{{ titel }}\n")), good);

        assertThat(broken.problems())
                .singleElement()
                .asString()
                .startsWith(
                        "config/templates/own/issue.md, line 2: nothing is called 'titel'; known there: closing,");
        var draft = draft(broken);
        assertThat(draft.render(Format.MARKDOWN, false)).isEqualTo("Mine: Light *reading*\n");
        assertThat(draft.notes()).extracting(Note::kind).contains(Note.Kind.TEMPLATE);
    }

    @Test
    void aMistakeInWhatADraftSeldomHasIsFoundAtOnce() {
        var look =
                Look.of(
                        own(
                                Map.of(
                                        "issue.md",
                                        "{{ title }}\n{% for s in interviews %}\n{{ s.headign }}{% endfor %}\n")),
                        Look.HOUSE);

        assertThat(look.problems())
                .containsExactly(
                        "config/templates/own/issue.md, line 3: the section has no 'headign'; known there:"
                                + " heading, isInterview, isLead, isList, items, name, pieces.");
    }

    @Test
    void footnotesThatWouldBeLostAreAMistake() {
        var look =
                Look.of(
                        own(
                                Map.of(
                                        "issue.md",
                                        "{% for p in intro %}{% if p.kind == \"paragraph\" %}{{ p.words }}{% endif %}{% endfor %}")),
                        Look.HOUSE);

        assertThat(look.problems())
                .containsExactly(
                        "config/templates/own/issue.md: 1 footnotes are called for and not shown;"
                                + " put '{% for note in footnotes %}' behind all words.");
    }

    @Test
    void whatFailsOnlyOnOneDraftHasANoteInIt() {
        var look =
                Look.of(
                        own(
                                Map.of(
                                        "issue.md",
                                        "{% if number == 8 %}{{ oops }}{% endif %}{{ number }}\n")),
                        Look.HOUSE);

        assertThat(look.problems()).isEmpty();
        assertThat(draft(look).render(Format.MARKDOWN, true)).isEqualTo("7\n");
        var eighth =
                new Drafter(draft(look).style())
                        .draft(8, Optional.empty(), Week.WORDS, Week.links(), false);
        assertThat(eighth.render(Format.MARKDOWN, true))
                .startsWith("# ")
                .contains("- config/templates/own/issue.md, line 1: nothing is called 'oops'");
    }

    @Test
    void aStrangersWordsBreakOutOfNoPlaceOfATemplate() {
        var link =
                Shared.link("b2b2", "https://b2b2.example/a_(b)*c*?x=\"><b>")
                        .said(
                                1,
                                "Look: https://b2b2.example/a_(b)*c*?x=\"><b> \"><script>x</script>![x](y){{ title }}")
                        .page("T\"><script>!", "P](https://evil.example)*x*");
        var text =
                "{% for i in items %}[{{ i.attribution }}]({{ i.url }}) <{{ i.url }}> {{ i.words }}{% endfor %}";
        var look = Look.of(own(Map.of("issue.md", text, "issue.html", text)), Look.HOUSE);
        var draft =
                new Drafter(
                                new DraftStyle(
                                        Shared.SECTIONS,
                                        Shared.STYLE.zone(),
                                        Shared.STYLE.locale(),
                                        "",
                                        Wording.DEFAULT,
                                        look))
                        .draft(7, Optional.empty(), List.of(link.build()), false);

        assertThat(look.problems()).isEmpty();
        assertThat(draft.render(Format.HTML, false)).doesNotContain("<script", "\"><b", "{{");
        assertThat(draft.render(Format.MARKDOWN, false))
                .startsWith(
                        "[P\\](https\\://evil.example)\\*x\\*](https://b2b2.example/a\\_\\(b\\)\\*c\\*?x=%22%3E%3Cb%3E)")
                .doesNotContain("{{");
    }
}
