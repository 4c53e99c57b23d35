package gleaner.command;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.command.Understanding.Misunderstood;
import gleaner.command.Understanding.Understood;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If these fail, a slip is answered by nothing that helps.
class MisunderstoodTest {

    private final CommandParser parser = Fixtures.parser();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    pik k3f9          | There is no command `pik`; did you mean `pick`? For example: `pick k3f9` | pick k3f9
                    digets            | There is no command `digets`; did you mean `digest`? For example: `digest` | digest
                    frobnicate        | There is no command `frobnicate`; `help` shows what I understand. | help
                    pick k3fo         | `pick` takes links by their id, 4 or 5 letters and digits as `list` shows them, or by URL; `k3fo` is neither. For example: `pick k3f9` | pick k3f9
                    pick k3f9 nicely  | `pick` takes links by their id, 4 or 5 letters and digits as `list` shows them, or by URL; `nicely` is neither. For example: `pick k3f9` | pick k3f9
                    pick k3f9 in rel  | Section 'rel' is not in config/gleaner.yaml; known: lead, releases, security, news-in-brief. For example: `pick k3f9` | pick k3f9
                    tag k3f9 k8s2     | `tag` needs links, then tags with their `#`: `tag k3f9 #k8s2`. For example: `tag k3f9 #security #k8s` | tag k3f9 #security #k8s
                    tag k3f9          | `tag` needs links, then tags with their `#`: `tag k3f9 #security`. For example: `tag k3f9 #security #k8s` | tag k3f9 #security #k8s
                    tag k3f9 c++      | A tag is one word of letters and digits, not `c++`. For example: `tag k3f9 #security #k8s` | tag k3f9 #security #k8s
                    note              | `note` needs a link and words. For example: `note k3f9 ask Ada first` | note k3f9 ask Ada first
                    note k3f9         | `note` needs words after the link; `clear` removes what there is. For example: `note k3f9 ask Ada first` | note k3f9 ask Ada first
                    note hello world  | After `note` comes a link's id, and `hello` is none. For example: `note k3f9 ask Ada first` | note k3f9 ask Ada first
                    move k3f9         | `move` needs links and where they are to go. For example: `move k3f9 before x2b4` | move k3f9 before x2b4
                    move k3f9 before  | After `before` comes one link. For example: `move k3f9 before x2b4` | move k3f9 before x2b4
                    list picekd       | `picekd` is not something to list by; did you mean `list picked`? For example: `list` | list
                    list kubernetes   | `kubernetes` is not something to list by; did you mean `list #kubernetes` or `list about kubernetes`? For example: `list` | list
                    list 2026-02-30   | 2026-02-30 is not a day. For example: `list` | list
                    list today last week | A list has one period, not both 22 November 2026 and 9–15 November 2026; write `from … to …`. For example: `list` | list
                    list page x       | After `page` comes the page's number. For example: `list` | list
                    stats soon        | `soon` is not a period, such as last week, since Monday, 2026-11. For example: `stats` | stats
                    digest as pdf     | `pdf` is neither a period nor a form (markdown, html, text, json). For example: `digest` | digest
                    tags rename #a    | `tags rename` needs two different tags, the old one and the new one. For example: `tags rename #kubernetes #k8s` | tags rename #kubernetes #k8s
                    merge #a #b       | `tags merge` needs tags, then `into` and another tag. For example: `tags merge #kubernetes #kube into #k8s` | tags merge #kubernetes #kube into #k8s
                    merge k3f9        | `merge` needs two links. For example: `merge k3f9 x2b4` | merge k3f9 x2b4
                    merge k3f9 nicely | `merge` takes links by their id, 4 or 5 letters and digits as `list` shows them, or by URL; `nicely` is neither. For example: `merge k3f9 x2b4` | merge k3f9 x2b4
                    split k3f9 x2b4   | `split` needs one link. For example: `split k3f9` | split k3f9
                    move k3f9 befor x2b4 | There is no place `befor`; did you mean `before`? For example: `move k3f9 before x2b4` | move k3f9 before x2b4
                    history 1000      | After `history` comes a number from 1 to 100. For example: `history` | history
                    help digets       | There is no command `digets`; did you mean `help digest`? For example: `help` | help
                    undo pick         | `undo` stands alone; `pick` says too much. For example: `undo` | undo
                    add example.com/a | Write the whole URL: `add https://example.com/a`. For example: `add https://example.com/post How they did it #k8s` | add https://example.com/post How they did it #k8s
                    add               | `add` needs a URL. For example: `add https://example.com/post How they did it #k8s` | add https://example.com/post How they did it #k8s
                    """)
    void saysWhatWouldBeRight(String words, String sentence, String suggestion) {
        assertThat(parser.parse(words)).isEqualTo(new Misunderstood(sentence, suggestion));
    }

    @Test
    void aSuggestionIsAlwaysUnderstood() {
        for (var words :
                new String[] {
                    "pik", "tag", "note", "move", "list x", "stats x", "add", "help x", "zzz"
                }) {
            var suggestion = ((Misunderstood) parser.parse(words)).suggestion();
            assertThat(parser.parse(suggestion)).as(words).isInstanceOf(Understood.class);
        }
    }

    @Test
    void tooManyWordsAreRefused() {
        assertThat(parser.parse("note k3f9 " + "x".repeat(8000)))
                .isEqualTo(
                        new Misunderstood(
                                "A command has at most 8000 characters; this one has 8010.",
                                "help"));
        assertThat(parser.parse("pick " + "k3f9 ".repeat(101))).isInstanceOf(Misunderstood.class);
    }

    @Test
    void whateverIsSaidIsAnsweredSoonAndInOneLine() {
        var random = new Random(5);
        var pieces =
                new String[] {
                    "pick",
                    "list",
                    "move",
                    "add",
                    "k3f9",
                    "\"",
                    "“",
                    "'",
                    "[",
                    "](",
                    ")",
                    "`",
                    "#",
                    "in",
                    "to",
                    "by",
                    "since",
                    "2026-02-30",
                    "99999999999",
                    "\n",
                    "\u0000",
                    "\u202E",
                    "\ud83d",
                    "𝒳",
                    "-",
                    ",",
                    "page",
                    "https://",
                    "last",
                    "\\",
                    "<",
                    ">",
                    "*",
                    "tags",
                    "merge",
                    "into",
                    "and",
                    "blurb",
                    "digest",
                    "as",
                    "help",
                    "Nov",
                    "31",
                };
        Assertions.assertTimeout(
                Duration.ofSeconds(60),
                () -> {
                    for (int i = 0; i < 5_000; i++) {
                        var words = new StringBuilder();
                        for (int j = random.nextInt(12); j >= 0; j--) {
                            words.append(pieces[random.nextInt(pieces.length)])
                                    .append(random.nextInt(4) == 0 ? "" : " ");
                        }
                        if (parser.parse(words.toString()) instanceof Misunderstood wrong) {
                            assertThat(wrong.sentence()).doesNotContain("\n", "\u0000", "\u202E");
                        }
                    }
                    for (var piece : pieces) {
                        for (var verb :
                                EnumSet.of(
                                        Verb.LIST,
                                        Verb.DIGEST,
                                        Verb.PICK,
                                        Verb.TAG,
                                        Verb.ADD,
                                        Verb.MOVE)) {
                            parser.parse(
                                    verb.word()
                                            + " "
                                            + (piece + " ").repeat(7900 / (piece.length() + 1)));
                            parser.parse(verb.word() + " " + piece.repeat(7900 / piece.length()));
                        }
                    }
                });
    }
}
