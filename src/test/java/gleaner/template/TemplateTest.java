package gleaner.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// If one of these fails, a template reaches what it should not, prints a stranger's words as they
/// came, holds a draft up for ever, or leaves its author in the dark about what is wrong.
class TemplateTest {

    private record PageView(String title, Shown words, List<ItemView> items, boolean forEditor)
            implements View {}

    private record ItemView(String name, List<ItemView> more) implements View {}

    private static final PageView PAGE =
            new PageView(
                    "A <b>",
                    new Shown("<em>x</em>"),
                    List.of(
                            new ItemView("one", List.of()),
                            new ItemView("two", List.of(new ItemView("three", List.of())))),
                    true);

    private static final Language LANGUAGE =
            new Language() {
                @Override
                public Shown escape(String words) {
                    return new Shown(words.replace("<", "&lt;"));
                }

                @Override
                public Shown laidOut(String filter, Shown words, List<String> arguments) {
                    return new Shown(arguments.getFirst() + words.text() + arguments.getFirst());
                }
            };

    private static String render(String text) {
        return render(Map.of("issue.md", text));
    }

    private static String render(Map<String, String> files) {
        Sources sources =
                file ->
                        Optional.ofNullable(files.get(file))
                                .map(text -> new Source("own/" + file, text));
        return Template.compile("issue.md", sources, new Filters(Map.of("around", List.of("by"))))
                .render(PAGE, LANGUAGE);
    }

    private static String problem(Map<String, String> files) {
        return catchThrowableOfType(TemplateProblem.class, () -> render(files)).sentence();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "→",
            quoteCharacter = '`',
            textBlock =
                    """
                    {{ title }} {{ words }} → A &lt;b> <em>x</em>
                    {{ "<i>" }} {{ "<" ~ words ~ 1 }} → &lt;i> &lt;<em>x</em>1
                    {{ title | around("=") }} {{ words | around("=") }} → =A &lt;b>= =<em>x</em>=
                    {% for i in items %}{{ loop.number }}{{ i.name }};{% endfor %} → 1one;2two;
                    {% if items is empty %}none{% else %}{{ items | length }}{% endif %} → 2
                    {% macro m(x) %}<{{ x }}>{% endmacro %}{{ m(title) }}{{ m(title) | around("=") }} → <A &lt;b>>=<A &lt;b>>=
                    {% macro m(l) %}{% for i in l %}{{ i.name }}({{ m(i.more) }}){% endfor %}{% endmacro %}{{ m(items) }} → one()two(three())
                    {{ forEditor ? "yes" : "no" }} {# not shown #}{% set a = "b" %}{{ a }} → yes b
                    """)
    void whatIsPrintedIsEscapedHoweverItCameThere(String text, String page) {
        assertThat(render(text)).isEqualTo(page);
    }

    @Test
    void aLineEndBehindATagIsLeftOutAndOneBehindAPlaceStays() {
        assertThat(render("{# x #}\n{% if forEditor %}\r\n{{ title }}\n{% endif %}\n\nend\n"))
                .isEqualTo("A &lt;b>\n\nend\n");
    }

    @Test
    void filesAreTakenInAndTheirMacrosToo() {
        var files =
                Map.of(
                        "issue.md", "{% import \"m.md\" %}{{ m(title) }}{% include \"e.md\" %}",
                        "m.md", "{% macro m(x) %}[{{ x }}]{% endmacro %}",
                        "e.md", "{{ title }}");

        assertThat(render(files)).isEqualTo("[A &lt;b>]A &lt;b>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "→",
            quoteCharacter = '`',
            textBlock =
                    """
                    x/{% iff title %} → own/issue.md, line 2: there is no tag 'iff', or none that it belongs to.
                    x/{% for x in %}{% endfor %} → own/issue.md, line 2: '%}' stands where something else is expected.
                    x/{% if %}x{% endif %} → own/issue.md, line 2: '%}' stands where something else is expected.
                    x/{{ pieces(title) }} → own/issue.md, line 2: there is no macro 'pieces'; 'import' brings those of another file.
                    x/{{ "abc }} → own/issue.md, line 2: " is not closed.
                    x/{% macro a( %}{% endmacro %} → own/issue.md, line 2: '%' stands where something else is expected.
                    x/{% if forEditor %}x → own/issue.md, line 2: the file ends before the tag 'endif'.
                    x/{{ title → own/issue.md, line 2: the file ends where '}}' is expected.
                    x/x/{{ titel }} → own/issue.md, line 3: nothing is called 'titel'; known there: forEditor, items, title, words.
                    x/{% for i in items %}/{{ i.nam }}{% endfor %} → own/issue.md, line 3: the item has no 'nam'; known there: more, name.
                    x/{% if items.size %}x{% endif %} → own/issue.md, line 2: a list has no 'size'.
                    x/{{ title.length() }} → own/issue.md, line 2: 'length' takes no arguments; write it without brackets.
                    x/{{ title.bytes }} → own/issue.md, line 2: text has no 'bytes'.
                    x/{{ items }} → own/issue.md, line 2: a list cannot be printed; print something in it.
                    x/{{ title | raw }} → own/issue.md, line 2: there is no filter 'raw' in this format.
                    x/{% macro m() %}{{ title }}{% endmacro %}{{ m() }} → own/issue.md, line 2: nothing is called 'title'; a macro knows only what is handed to it in its brackets.
                    x/{% autoescape false %}{{ title }}{% endautoescape %} → own/issue.md, line 2: there is no tag 'autoescape', or none that it belongs to.
                    x/{% include "../../secret.md" %} → own/issue.md: '../../secret.md' is no name of a template; it should be like items.md.
                    x/{% include "other.md" %} → own/issue.md: the file 'other.md' is missing.
                    {% macro m(x) %}{{ m(x) }}{% endmacro %}{{ m(1) }} → own/issue.md: a macro or an included file calls itself without end.
                    {% include "issue.md" %} → own/issue.md: a macro or an included file calls itself without end.
                    """)
    void aMistakeIsToldWithFileAndLineAndWhatIsKnownThere(String text, String told) {
        assertThat(problem(Map.of("issue.md", text.replace('/', '\n').replace("..\n", "../"))))
                .isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for i in 1..100000000 %}x{% endfor %}",
                "{% for i in range(1, 100000000) %}x{% endfor %}",
                "{{ title.class }}",
                "{{ template.engine }}",
                "{{ _context.title }}",
                "{{ words.text }}",
                "{{ \"a\" + \"b\" }}",
                "{{ items - items }}",
                "{% extends \"issue.md\" %}",
                "{% cache \"x\" %}{% endcache %}",
                "{{ title | sha256 }}"
            })
    void whatIsNotAllowedIsAMistakeToo(String text) {
        assertThat(problem(Map.of("issue.md", text))).startsWith("own/issue.md");
    }

    @Test
    void loopsInLoopsWithoutEndAreStopped() {
        var loop = "{% for a in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] %}";
        var text = "x\n" + loop.repeat(12) + "{% endfor %}".repeat(12);

        assertThat(problem(Map.of("issue.md", text)))
                .isEqualTo("own/issue.md, line 2: this is repeated too often, or has no end.");
    }

    @Test
    void wordsThatDoubleAreStopped() {
        var text = "{% macro m(x) %}{{ x }}{{ x }}{% endmacro %}{% set a = \"0123456789\" %}\n";
        var doubling = "{% set a = m(a) %}\n".repeat(40);

        assertThat(problem(Map.of("issue.md", text + doubling)))
                .isEqualTo("own/issue.md, line 1: this is repeated too often, or has no end.");
    }
}
