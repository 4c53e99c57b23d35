package gleaner.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.mastodon.MastodonApi.Reach;
import gleaner.mastodon.MastodonApi.Status;
import gleaner.news.Role;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A link must not get lost by being taken for a command, and nobody is answered who asked nothing.
class MeaningTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    search kubernetes                                     | ORDER
                    list #security since Monday                           | ORDER
                    help                                                  | ORDER
                    serch kubernetes                                      | ORDER
                    withdraw k3f9                                         | ORDER
                    thanks!                                               | MESSAGE
                    you are doing a good job                              | MESSAGE
                    First thoughts                                        | MESSAGE
                    Nice one                                              | MESSAGE
                    withdarw k3f9                                         | ORDER
                    pick nothing of it                                    | ORDER
                    <a href="https://x.example/">https://x.example/</a>   | MESSAGE
                    <a href="https://x.example/">a post</a> on testing    | MESSAGE
                    add <a href="https://x.example/">https://x.example/</a> #go | ADD
                    save <a href="https://x.example/">https://x.example/</a> in news in brief | ADD
                    show <a href="https://x.example/">https://x.example/</a> | ORDER
                    Read <a href="https://x.example/">this</a>            | MESSAGE
                    Link <a href="https://x.example/">https://x.example/</a> explains it | MESSAGE
                    Note <a href="https://x.example/">https://x.example/</a> well | MESSAGE
                    pick <a href="https://x.example/">https://x.example/</a> | MESSAGE
                    What a read: <a href="https://x.example/">https://x.example/</a> | MESSAGE
                    """)
    void whatContributorsMean(String html, String kind) {
        assertThat(of(html, Reach.PUBLIC, Optional.empty(), Role.CONTRIBUTOR)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    pick <a href="https://x.example/">https://x.example/</a> | ORDER
                    note <a href="https://x.example/">https://x.example/</a> ask Ada | ORDER
                    <a href="https://x.example/">https://x.example/</a> | MESSAGE
                    """)
    void whatEditorsMean(String html, String kind) {
        assertThat(of(html, Reach.PUBLIC, Optional.empty(), Role.EDITOR)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    save this                  | SAVE
                    Save this, please!         | SAVE
                    keep that one for later    | SAVE
                    add #k8s #ops              | SAVE
                    ''                         | SAVE
                    #k8s                       | SAVE
                    save the whales            | MESSAGE
                    save <a href="https://x.example/">https://x.example/</a> | ADD
                    what is this?              | MESSAGE
                    list #k8s                  | ORDER
                    nice one                   | MESSAGE
                    """)
    void whatIsMeantBelowAPost(String html, String kind) {
        assertThat(of(html, Reach.PUBLIC, Optional.of("01JUP"), Role.CONTRIBUTOR)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    interview               | EDITOR      | INTERVIEW
                    Interview               | EDITOR      | INTERVIEW
                    interview this          | EDITOR      | INTERVIEW
                    interview take this     | EDITOR      | INTERVIEW
                    interview show          | EDITOR      | ORDER
                    interview threads       | EDITOR      | ORDER
                    interview take 1        | EDITOR      | ORDER
                    interview               | CONTRIBUTOR | ORDER
                    interview this          | CONTRIBUTOR | ORDER
                    interview this man      | EDITOR      | MESSAGE
                    """)
    void whichThreadIsAnInterview(String html, Role role, String kind) {
        assertThat(of(html, Reach.PUBLIC, Optional.of("01JUP"), role)).isEqualTo(kind);
        assertThat(of(html, Reach.PUBLIC, Optional.empty(), role)).isNotEqualTo("INTERVIEW");
    }

    @ParameterizedTest
    @CsvSource({"good morning, ORDER", "what can you do?, ORDER"})
    void directWordsAreForGleaner(String html, String kind) {
        assertThat(of(html, Reach.DIRECT, Optional.empty(), Role.CONTRIBUTOR)).isEqualTo(kind);
    }

    private static String of(String html, Reach reach, Optional<String> replyTo, Role role) {
        var base =
                Statuses.of(
                        "<a class=\"u-url mention\" href=\"https://here.example/@gleaner\">@gleaner</a> "
                                + html,
                        reach,
                        "",
                        Optional.empty());
        var status =
                new Status(
                        base.id(),
                        base.account(),
                        base.created(),
                        base.edited(),
                        reach,
                        replyTo,
                        Optional.empty(),
                        true,
                        base.content(),
                        base.warning(),
                        base.url(),
                        List.of(base.mentions().getFirst()),
                        base.tags(),
                        base.media(),
                        Optional.empty(),
                        false,
                        Optional.empty());
        var words = StatusWords.of(status, "https://here.example/@gleaner"::equals);
        return switch (Meaning.of(words, status, true, false, role, Statuses.parser())) {
            case Meaning.Message() -> "MESSAGE";
            case Meaning.Save _ -> "SAVE";
            case Meaning.Interview _ -> "INTERVIEW";
            case Meaning.Order(_, var adds) -> adds ? "ADD" : "ORDER";
        };
    }
}
