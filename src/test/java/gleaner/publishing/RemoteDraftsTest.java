package gleaner.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gleaner.command.Destination;
import gleaner.command.Edition;
import gleaner.command.Publishers.Handed;
import gleaner.news.GleanerException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds of every publisher; if it fails, an editor finds two drafts, or none of their own
/// words, or worse: readers find an issue that nobody sent.
class RemoteDraftsTest {

    private final Kept kept = new Kept();
    private FakePublisher fake = new FakeButtondown();

    @AfterEach
    void close() {
        fake.close();
    }

    private void at(Destination to) {
        fake.close();
        fake =
                switch (to) {
                    case BUTTONDOWN -> new FakeButtondown();
                    case GHOST -> new FakeGhost(Editions.CLOCK);
                    case LISTMONK -> new FakeListmonk();
                    case FILE, GIT -> throw new IllegalArgumentException();
                };
    }

    private Handed hand(Edition issue, Destination to, boolean confirmed) {
        return Editions.desk(Editions.at(fake), kept).hand(issue, List.of(issue), to, confirmed);
    }

    private List<String> drafts() {
        return switch (fake) {
            case FakeButtondown there ->
                    there.emails.values().stream()
                            .map(email ->
                                    email.path("status").asString()
                                            + " "
                                            + email.path("body").asString())
                            .toList();
            case FakeGhost there ->
                    there.posts.values().stream()
                            .map(post ->
                                    post.path("status").asString() + " " + FakeGhost.markdown(post))
                            .toList();
            case FakeListmonk there ->
                    there.campaigns.values().stream()
                            .map(each ->
                                    each.path("status").asString()
                                            + " "
                                            + each.path("body").asString())
                            .toList();
            default -> List.of();
        };
    }

    private void changeThere() {
        switch (fake) {
            case FakeButtondown there ->
                    there.emails.values().forEach(email -> email.put("body", "Mine."));
            case FakeGhost there ->
                    List.copyOf(there.posts.keySet()).forEach(id -> there.editedThere(id, "Mine."));
            case FakeListmonk there ->
                    there.campaigns.values().forEach(each -> each.put("body", "Mine."));
            default -> throw new IllegalStateException();
        }
    }

    private void setStatus(String status) {
        switch (fake) {
            case FakeButtondown there ->
                    there.emails.values().forEach(email -> email.put("status", status));
            case FakeGhost there ->
                    List.copyOf(there.posts.keySet()).forEach(id -> there.setStatus(id, status));
            case FakeListmonk there ->
                    there.campaigns.values().forEach(each -> each.put("status", status));
            default -> throw new IllegalStateException();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BUTTONDOWN", "GHOST", "LISTMONK"})
    void anIssueBecomesOneDraftHoweverOftenItIsHandedOver(Destination to) {
        at(to);
        var issue = Editions.issue(7, "Words");

        assertThat(hand(issue, to, false).outcome()).isEqualTo("made");
        assertThat(hand(issue, to, false).outcome()).isEqualTo("unchanged");

        assertThat(drafts()).singleElement().asString().startsWith("draft ").contains("Words");
    }

    @ParameterizedTest
    @EnumSource(names = {"BUTTONDOWN", "GHOST", "LISTMONK"})
    void whatWasMadeWhenTheConnectionBrokeOffIsFoundAgain(Destination to) {
        at(to);
        fake.breaksOffAfter("POST");
        var issue = Editions.issue(7, "Words");

        assertThatThrownBy(() -> hand(issue, to, false))
                .isInstanceOfSatisfying(
                        GleanerException.class,
                        e -> assertThat(e.kind()).isEqualTo(GleanerException.Kind.UNAVAILABLE))
                .hasMessage("The connection to %s broke off.".formatted(to.shown()));
        hand(issue, to, false);

        assertThat(drafts()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"BUTTONDOWN", "GHOST", "LISTMONK"})
    void whatBrokeOffAndWasPublishedAnewMeanwhileBecomesTheNewText(Destination to) {
        at(to);
        fake.breaksOffAfter("POST");
        assertThatThrownBy(() -> hand(Editions.issue(7, "Old"), to, false));

        assertThat(hand(Editions.issue(7, "New"), to, false).outcome()).isEqualTo("updated");

        assertThat(drafts()).singleElement().asString().contains("New").doesNotContain("Old");
    }

    @ParameterizedTest
    @EnumSource(names = {"BUTTONDOWN", "GHOST", "LISTMONK"})
    void whatNeverArrivedIsMadeThen(Destination to) {
        at(to);
        fake.breaksOffBefore("POST");
        var issue = Editions.issue(7, "Words");
        assertThatThrownBy(() -> hand(issue, to, false));

        hand(issue, to, false);

        assertThat(drafts()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"BUTTONDOWN", "GHOST", "LISTMONK"})
    void anIssueThatWasPublishedAnewUpdatesItsDraft(Destination to) {
        at(to);
        hand(Editions.issue(7, "Old"), to, false);

        assertThat(hand(Editions.issue(7, "New"), to, false).outcome()).isEqualTo("updated");

        assertThat(drafts()).singleElement().asString().startsWith("draft ").contains("New");
    }

    @ParameterizedTest
    @EnumSource(names = {"BUTTONDOWN", "GHOST", "LISTMONK"})
    void aDraftThatWasChangedThereIsWrittenOverWithConfirmOnly(Destination to) {
        at(to);
        hand(Editions.issue(7, "Old"), to, false);
        changeThere();

        assertThatThrownBy(() -> hand(Editions.issue(7, "New"), to, false))
                .hasMessageStartingWith(
                        "The draft of issue 7 in %s was changed there by hand: <http"
                                .formatted(to.shown()))
                .hasMessageEndingWith("`publish 7 to %s confirm` writes over it.".formatted(to));
        assertThat(drafts()).singleElement().asString().contains("Mine.");

        assertThat(hand(Editions.issue(7, "New"), to, true).outcome()).isEqualTo("updated");
        assertThat(drafts()).singleElement().asString().contains("New");
    }

    @ParameterizedTest
    @EnumSource(names = {"BUTTONDOWN", "GHOST", "LISTMONK"})
    void whatWentOutIsNeverTouchedAgain(Destination to) {
        at(to);
        hand(Editions.issue(7, "Old"), to, false);
        setStatus("sent");

        assertThatThrownBy(() -> hand(Editions.issue(7, "New"), to, true))
                .hasMessageStartingWith(
                        "Issue 7 is no draft in %s any more (sent): ".formatted(to.shown()))
                .hasMessageEndingWith("Nothing was changed there.");
        assertThat(drafts()).singleElement().asString().startsWith("sent ").contains("Old");
    }

    @ParameterizedTest
    @EnumSource(names = {"GHOST", "LISTMONK"})
    void aDraftIsFoundWithoutAnyMemory(Destination to) {
        at(to);
        var issue = Editions.issue(7, "Words");
        hand(issue, to, false);
        kept.notes.clear();

        assertThat(hand(issue, to, false).outcome()).isEqualTo("unchanged");
        assertThat(drafts()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"BUTTONDOWN", "GHOST", "LISTMONK"})
    void aDraftThatWasDeletedThereIsMadeAnew(Destination to) {
        at(to);
        var issue = Editions.issue(7, "Words");
        hand(issue, to, false);
        switch (fake) {
            case FakeButtondown there -> there.emails.clear();
            case FakeGhost there -> there.posts.clear();
            case FakeListmonk there -> there.campaigns.clear();
            default -> throw new IllegalStateException();
        }

        assertThat(hand(issue, to, false).outcome()).isEqualTo("made");
        assertThat(drafts()).hasSize(1);
    }

    @Test
    void anEmailThatIsNoDraftAfterAllIsToldAtOnce() {
        var email =
                "{\"id\":\"em_1\",\"subject\":\"Issue 7: a week\",\"body\":\"x\",\"status\":\"about_to_send\"}";
        fake.answersInstead("POST", 201, "application/json", email);
        fake.answersInstead("GET", 200, "application/json", email);
        assertThatThrownBy(() -> hand(Editions.issue(7, "Words"), Destination.BUTTONDOWN, false))
                .hasMessageEndingWith(
                        "But it is no draft there, it is “about_to_send”: stop it there at once.");
    }

    @ParameterizedTest
    @EnumSource(names = {"BUTTONDOWN", "GHOST", "LISTMONK"})
    void aPublisherInTroubleIsAskedAgainLater(Destination to) {
        at(to);
        var issue = Editions.issue(7, "Words");
        hand(issue, to, false);
        fake.answersInstead("GET", 503, "text/html", "<h1>Maintenance</h1>");

        assertThatThrownBy(() -> hand(issue, to, false))
                .hasMessage(
                        "%s has trouble of its own (HTTP 503: a web page); try again later."
                                .formatted(to.shown()));
        assertThat(hand(issue, to, false).outcome()).isEqualTo("unchanged");
    }

    @ParameterizedTest
    @EnumSource(names = {"BUTTONDOWN", "GHOST", "LISTMONK"})
    void aRehearsalAsksNothingAndShowsNoKey(Destination to) {
        at(to);
        var issue = Editions.issue(7, "Words");

        var shown = Editions.desk(Editions.at(fake), kept).rehearse(issue, List.of(issue), to);

        assertThat(fake.requests()).isEmpty();
        assertThat(kept.notes).isEmpty();
        assertThat(shown)
                .startsWith("POST http://localhost:")
                .contains("\nAuthorization: ", " …\n", "Content-Type: application/json", "Words");
        Stream.of(FakeButtondown.KEY, FakeGhost.SECRET, FakeListmonk.TOKEN)
                .forEach(key -> assertThat(shown).doesNotContain(key));
    }

    @ParameterizedTest
    @EnumSource(names = {"BUTTONDOWN", "GHOST", "LISTMONK"})
    void codeInAStrangersTitleIsNoCodeThere(Destination to) {
        at(to);
        var issue =
                Editions.issue(
                        7,
                        "{{ .Secret }} and {% now %} {{{",
                        "A \\{\\{ title }} and `{{ code }}` and `{% x %}` {{raw}} %%{uuid}%% `%%{email}%%`");

        assertThat(hand(issue, to, false).outcome()).isEqualTo("made");
    }

    @ParameterizedTest
    @EnumSource(names = {"BUTTONDOWN", "GHOST", "LISTMONK"})
    void aTitleOfAnyLengthIsCutToWhatIsTaken(Destination to) {
        at(to);
        assertThat(hand(Editions.issue(7, "💡".repeat(3000), "Words"), to, false).outcome())
                .isEqualTo("made");
    }
}
