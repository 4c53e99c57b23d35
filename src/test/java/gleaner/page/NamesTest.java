package gleaner.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What goes wrong here puts a wrong person's name, or no person's, into the newsletter.
class NamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    Ada Winter                                    | Ada Winter
                    By Ada Winter                                 | Ada Winter
                    by: Ada Winter                                | Ada Winter
                    Written by Ada Winter                         | Ada Winter
                    Von Ada Winter                                | Ada Winter
                    Par Ada Winter                                | Ada Winter
                    Por Ada Winter                                | Ada Winter
                    Ada Winter, Senior Editor                     | Ada Winter
                    Ada Winter, Staff Writer, and Bo Summer       | Ada Winter; Bo Summer
                    Ada Winter and Bo Summer                      | Ada Winter; Bo Summer
                    Ada Winter & Bo Summer                        | Ada Winter; Bo Summer
                    Ada Winter/Bo Summer                          | Ada Winter; Bo Summer
                    Ada Winter; Bo Summer                         | Ada Winter; Bo Summer
                    Ada Winter, Bo Summer and Cy Autumn           | Ada Winter; Bo Summer; Cy Autumn
                    Ada Winter und Bo Summer                      | Ada Winter; Bo Summer
                    ADA MCWINTER                                  | Ada McWinter
                    Ada van der Winter                            | Ada van der Winter
                    Ada de la Cruz                                | Ada de la Cruz
                    Ada O'Winter                                  | Ada O'Winter
                    Ada F. Winter                                 | Ada F. Winter
                    Ada Winter Jr.                                | Ada Winter Jr.
                    Ada Winter, PhD                               | Ada Winter
                    Dr. Ada Winter                                | Ada Winter
                    Ada Winter (Lantern Post)                     | Ada Winter
                    Ada (Marie) Winter                            | Ada Winter
                    Ada Winter • March 3, 2026                    | Ada Winter
                    April Winter                                  | April Winter
                    Ada June Winter                               | Ada June Winter
                    Łukasz Żółw                                   | Łukasz Żółw
                    Ада Зима                                      | Ада Зима
                    肖春芳                                         | 肖春芳
                    """)
    void namesAreFoundInTheFieldsThatAreMeantForThem(String value, String names) {
        assertThat(Names.field(value).people()).isEqualTo(List.of(names.split("; ")));
        assertThat(Names.field(value).organisation()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin",
                "Lantern Staff",
                "Lantern Post Staff",
                "Editorial Team",
                "https://www.facebook.com/ada",
                "ada@lantern.example",
                "www.lantern.example",
                "The Associated Press",
                "Lantern Media Inc.",
                "University of Harbour",
                "12345",
                "",
                "  ",
                "null"
            })
    void whatIsNobodysNameNamesNobody(String value) {
        var found = Names.field(value);
        assertThat(found.organisation() || found.people().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "By popular demand",
                "by the sea",
                "By Monday",
                "Read more",
                "By Lantern Staff",
                "Posted on March 3",
                "Follow us",
                "About the author",
                "Share on Facebook",
                "winter",
                "By 2026",
                "By March 2026",
                "View all posts"
            })
    void proseWithoutANameNamesNobody(String words) {
        assertThat(Names.prose(words)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    By Ada Winter on March 3, 2026 8:00 AM        | Ada Winter
                    By Ada Winter, Science Correspondent          | Ada Winter
                    Ada Winter Updated 3 hours ago                | Ada Winter
                    Posted by Ada Winter at 10:24                 | Ada Winter
                    By Ada Winter for the Lantern Post            | Ada Winter
                    By Ada Winter in Harbour, with photographs by Bo Summer | Ada Winter
                    Text: Ada Winter                              | Ada Winter
                    """)
    void proseWithANameEndsWhereTheNameEnds(String words, String name) {
        assertThat(Names.prose(words)).containsExactly(name);
    }

    @Test
    void oneOfSeveralWordsIsNoName() {
        assertThat(Names.field("Lantern Today Staff").people()).doesNotContain("Lantern");
    }

    @Test
    void aHandleInAFieldIsAName() {
        assertThat(Names.field("odd.bell_ringer").people()).containsExactly("odd.bell_ringer");
    }

    @Test
    void namesAreNotRepeated() {
        assertThat(Names.field("Ada Winter, Ada Winter").people()).containsExactly("Ada Winter");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Winter, Ada             | Ada Winter
                    Winter, Ada Marie       | Ada Marie Winter
                    Winter, A. M.           | A. M. Winter
                    Ada Winter              | Ada Winter
                    Ada Winter, Bo Summer   | Ada Winter; Bo Summer
                    """)
    void cataloguesTurnNamesRound(String value, String names) {
        assertThat(Names.catalogued(value).people()).isEqualTo(List.of(names.split("; ")));
    }
}
