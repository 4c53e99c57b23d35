package gleaner.app;

import static gleaner.app.EditedIssue.replacing;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.store.RedisForTests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What editors' programs and tired editors do to a draft's text. If these fail, something that
/// somebody wrote or took away is gone without a word.
class HostileEditorTest {

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    @TempDir private Path folder;

    @SuppressWarnings("NullAway") // set before each test
    private EditedIssue issue;

    @BeforeEach
    void theWeek() {
        issue = new EditedIssue(redis, folder);
    }

    /// Nothing is changed, and that is all that is said.
    private void meansNothing(UnaryOperator<String> edit) throws IOException {
        var before = issue.draft();
        var after = edit.apply(before);
        assertThat(after).isNotEqualTo(before);
        assertThat(issue.taken(after).out()).isEqualTo("Nothing was changed.\n");
    }

    /// Nothing is changed, and it is said why.
    private void isTold(UnaryOperator<String> edit, String... told) throws IOException {
        var before = issue.draft();
        var done = issue.taken(edit.apply(before));
        for (var sentence : told) {
            assertThat(done.out() + done.err()).contains(sentence);
        }
        assertThat(done.code()).isEqualTo(1);
        assertThat(EditedIssue.words(issue.draft())).isEqualTo(EditedIssue.words(before));
    }

    @Test
    void headingsInEveryForm() throws IOException {
        meansNothing(text -> text.replaceAll("(?m)^(##? )(.*)$", "$1$2 $1").replace(" \n", "\n"));
        meansNothing(text ->
                text.replaceAll("(?m)^# (.*)$", "$1\n=====")
                        .replaceAll("(?m)^## (.*)$", "$1\n---"));
        meansNothing(replacing("## Security", "### Security"));
    }

    @Test
    void charactersThatNobodySees() throws IOException {
        meansNothing(replacing("Flux keeps", "Flux\u0000 keeps"));
        meansNothing(text -> "\ufeff" + text.replace("\n", " \t\r\n"));
        meansNothing(text -> text.replaceAll("(?m)^- ", "*\t"));
    }

    @Test
    void commentsAreToldAndNeverShown() throws IOException {
        isTold(
                replacing("Istio could not", "Istio <!-- ask Ada! --> could not"),
                "A comment is not kept. '<!-- ask Ada! -->'");
        isTold(replacing("## Releases\n", "<!-- more? -->\n\n## Releases\n"), "<!-- more? -->");
        issue.edit(replacing("Istio could not", "Istio `<!-- here -->` could not"));
    }

    @Test
    void theHeadingOfTheLastWordsIsTheConfigurations() throws IOException {
        isTold(
                replacing("## That is all for now", "## Enough for now"),
                "The heading above the last words is written in config/gleaner.yaml: 'digest.closing-heading'. 'Enough for now'");
        isTold(
                replacing("## That is all for now\n\n", ""),
                "The heading above the last words is written in config/gleaner.yaml: 'digest.closing-heading'. '(taken away)'");
    }

    @Test
    void aTitleOrHeadingThatIsEmptiedStays() throws IOException {
        isTold(replacing("# Gateway to *Haven*\n", ""), "The title was taken away; it stays.");
        isTold(replacing("# Gateway to *Haven*\n", "#\n"), "The title was taken away; it stays.");
        isTold(
                replacing("## Releases", "##"),
                "A heading was taken away, what stands below it was not; it stays. 'Releases'");
    }

    @Test
    void aFootnoteWhoseMarkIsLeftStays() throws IOException {
        isTold(
                replacing("[^3]: Both ways.\n\n", ""),
                "The footnote was taken away, its mark was not; it stays. '[^3]: Both ways.'");
        assertThat(issue.taken(issue.draft().replace("crossing[^3]", "crossing[^x][^3]")).out())
                .contains("The mark has no footnote. '[^x]'");
        assertThat(issue.draft()).contains("crossing\\[^x\\][^3].");
    }

    @Test
    void aFootnoteGoesWithItsMark() throws IOException {
        issue.edit(
                text ->
                        text.replace("crossing[^3]", "crossing")
                                .replace("Flux keeps", "Flux[^3] keeps"),
                text ->
                        text.replace("crossing[^3]", "crossing")
                                .replace("again[^4]", "again[^3]")
                                .replace("Flux keeps", "Flux[^4] keeps")
                                .replace(
                                        "[^3]: Both ways.\n\n[^4]: He was wearing corduroy.",
                                        "[^3]: He was wearing corduroy.\n\n[^4]: Both ways."));
    }

    @Test
    void whatLeadsToNoPageIsTold() throws IOException {
        var told =
                issue.taken(
                        issue.draft()
                                .replace(
                                        "I spent most",
                                        "[Write](mailto:ada@post.example), I spent most"));
        assertThat(told.out())
                .contains("Changed the intro.")
                .contains("Only links to pages are kept. 'mailto:ada@post.example'");
        told =
                issue.taken(
                        issue.draft()
                                .replace(
                                        "[everything in an OCI registry]",
                                        "[![all](https://p.example/p.png)]"));
        assertThat(told.out())
                .contains("A picture needs a paragraph of its own. https://p.example/p.png");
    }

    @Test
    void halfAFileTakesNothingAway() throws IOException {
        isTold(
                text -> text.substring(0, text.indexOf("- Tracing everything")),
                "The closing is not in the text, which does not say what it was made from; it stays.",
                "is not in the text; 'skip");
        isTold(
                text -> text.substring(text.indexOf("## Security")),
                "The text has no title and lacks 8 of the draft's links; nothing was done.");
        isTold(text -> "", "The text is empty or could not be read; nothing was done.");
    }

    @Test
    void aLinkStaysAsItWasShared() throws IOException {
        var page = "https://prometheus.io/blog/2026/11/17/prometheus-autumn-release/";
        isTold(
                replacing(page + "?utm_source=feed&utm_medium=rss", page),
                "A link stays as it was shared, which is not so: " + page);
        meansNothing(text ->
                text.replace(
                                "[is out](https://github.com/etcd-io/etcd/releases/tag/v3.7.0)",
                                "[is out][etcd]")
                        .replace(
                                "[^1]: It",
                                "[etcd]: https://github.com/etcd-io/etcd/releases/tag/v3.7.0\n\n[^1]: It"));
    }

    @Test
    void twoItemsInOneParagraphAndOneTwice() throws IOException {
        var cilium = line("Cilium can");
        var flux = line("Flux keeps");
        issue.edit(text ->
                text.replace(cilium, "").replace(flux, flux.strip() + " " + cilium.substring(2)));
        isTold(
                text -> text.replace("- Small and", flux.replace("keeps", "holds") + "- Small and"),
                "Its links have other items in the text. 'Flux holds");
    }

    @Test
    void anItemMayStandAmongTheOpeningWords() throws IOException {
        var flux = line("Flux keeps");
        issue.edit(text ->
                text.replace(flux, "")
                        .replace("## Post-ingress", flux.substring(2) + "\n## Post-ingress"));
        var lwn = line("LWN on");
        issue.edit(text ->
                text.replace(lwn, "").replace("## Post-ingress", lwn + "\n## Post-ingress"));
    }

    @Test
    void listsInTheInterviewStayLists() throws IOException {
        issue.edit(replacing("One person. She", "Two:\n\n- One person.\n- She"));
        issue.edit(replacing("We had crisps.", "- Crisps.\n- Tea."));
        assertThat(issue.say("digest", "as", "text").out()).contains("   - Crisps.\n   - Tea.\n");
    }

    private String line(String with) {
        return issue.draft().lines().filter(line -> line.contains(with)).findFirst().orElseThrow()
                + "\n";
    }
}
