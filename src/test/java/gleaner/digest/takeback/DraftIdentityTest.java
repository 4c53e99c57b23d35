package gleaner.digest.takeback;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.digest.Draft;
import gleaner.digest.Format;
import gleaner.digest.Shared;
import gleaner.digest.drafting.Drafter;
import gleaner.digest.drafting.EditorWords;
import gleaner.news.Chat;
import gleaner.news.Interview.Kind;
import gleaner.news.Link;
import gleaner.news.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Drafts of any state, handed out and given back unread: if one of these fails, an editor who
/// changed nothing has changed something.
class DraftIdentityTest {

    private static final String[] WORDS = {
        "a",
        "the",
        "lamp",
        "Lamps",
        "went",
        "out",
        "*",
        "**",
        "_",
        "`",
        "``",
        "[",
        "]",
        "(",
        ")",
        "((",
        "))",
        "!",
        "![",
        "](",
        "[^1]",
        "[^a]:",
        "^[x]",
        "{{",
        "<b>",
        "&amp;",
        "&#35;",
        "#",
        "##",
        "-",
        "--",
        "---",
        "–",
        "…",
        "“so”",
        "1.",
        "2026.",
        "+",
        ">",
        "|",
        "|-|",
        "~~~",
        "```",
        "\\",
        "\\*",
        "://",
        "https://x.example/a_b_c",
        "http://y.example/(z)",
        "*it is*",
        "**bold**",
        "***both***",
        "`code`",
        "`{{code}}`",
        "[k](b2b2)",
        "[l](c3c3)",
        "[web](https://web.example/?a=b&copy=c)",
        "((a note))",
        "^[another *note*]",
        "\u00a0",
        "\u200b",
        "\u202e",
        "\ud83d\ude80",
        "\ud800",
        "\ufffc",
        "\ue000",
        "é",
        "京都",
        "🎉",
        ":tada:",
        "(Ada/Paper)",
        "(also:",
        "@ada",
        "cc",
        "FYI",
        "Q:",
        "**Jo:**",
        "\t",
        "===",
        "<!--",
        "-->",
        "[x]:",
        "*(Ada)*"
    };

    private final Random random;

    DraftIdentityTest() {
        this.random = new Random(0);
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatNobodyTouchedIsAsItWas(int seed) {
        random.setSeed(seed);
        var draft = draft();
        var outline = DraftOutline.of(draft);
        var text = draft.render(Format.MARKDOWN, true);
        assertSame(outline, text, text);
        assertSame(outline, text.replace("\n", "\r\n"), text);
        assertSame(outline, "\ufeff" + text.replace("\n", "  \n"), text);
        assertSame(outline, text + "\n[//]: # (gleaner draft 7-abc)\n", text);
    }

    private static void assertSame(DraftOutline outline, String edited, String text) {
        var changes =
                DraftChanges.between(
                        outline, edited, Shared.SECTIONS, "also", _ -> Optional.empty());
        assertThat(changes.isEmpty()).as(() -> text + "\n\n" + told(changes)).isTrue();
    }

    private static String told(DraftChanges changes) {
        return changes.items().stream().filter(it -> it.isWritten() || it.isMoved()).toList()
                + "\n"
                + changes.toString().replaceFirst("items=.*orders=", "items, orders=");
    }

    private Draft draft() {
        var links = new ArrayList<Link>();
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            links.add(link("bcdfghjkmnpq".charAt(i)));
        }
        var words =
                new EditorWords(
                        maybe(line()), maybe(text()), maybe(text()), chat(), random.nextBoolean());
        return new Drafter(Shared.STYLE).draft(7, Optional.empty(), words, links, false);
    }

    private Link link(char letter) {
        var id = "" + letter + (2 + random.nextInt(2)) + letter + "2";
        var url =
                "https://%s.example/%s"
                        .formatted(
                                id,
                                List.of("", "a_b", "x(1)", "?q=1&lt;2", "é")
                                        .get(random.nextInt(5)));
        var link = Shared.link(id, url).said(random.nextInt(9), line());
        if (random.nextBoolean()) {
            link.page(
                    line(),
                    random.nextBoolean() ? line() : "",
                    random.nextBoolean() ? line() : "Ada");
        }
        if (random.nextBoolean()) {
            link.blurb(text());
        }
        if (random.nextInt(4) == 0) {
            link.byline(line());
        }
        if (random.nextInt(4) == 0) {
            link.rank(random.nextInt(9));
        }
        link.state(List.of(State.NEW, State.PICKED, State.LEAD).get(random.nextInt(3)));
        return link.build();
    }

    private Optional<Chat> chat() {
        if (random.nextBoolean()) {
            return Optional.empty();
        }
        var turns = new ArrayList<Chat.Turn>();
        for (int i = 0; i < random.nextInt(6); i++) {
            turns.add(
                    new Chat.Turn(
                            random.nextBoolean() ? Kind.QUESTION : Kind.ANSWER,
                            List.of("", "Ada", "Jo", "Jo: *").get(random.nextInt(4)),
                            text()));
        }
        return Optional.of(
                new Chat(maybe(line()), maybe(text()), Optional.empty(), Optional.empty(), turns));
    }

    private Optional<String> maybe(String text) {
        return random.nextBoolean() ? Optional.of(text) : Optional.empty();
    }

    private String text() {
        var text = new StringBuilder(line());
        while (random.nextInt(3) == 0) {
            text.append(random.nextBoolean() ? "\n\n" : "\n")
                    .append(
                            random.nextInt(4) == 0
                                    ? "![%s](https://p.example/x.png \"%s\")"
                                            .formatted(line(), "Ada")
                                    : line());
        }
        return text.toString();
    }

    private String line() {
        var line = new StringBuilder();
        int count = 1 + random.nextInt(14);
        for (int i = 0; i < count; i++) {
            line.append(random.nextInt(5) == 0 ? "" : " ")
                    .append(WORDS[random.nextInt(WORDS.length)]);
        }
        return line.toString().strip();
    }
}
