package gleaner.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.command.Reply;
import gleaner.mastodon.MastodonDesk.Issue;
import gleaner.mastodon.MastodonSetup.Where;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Drafts and issues as threads: an editor who gets half a draft writes half a newsletter, and a
/// thread that is posted twice is read by everybody twice.
class MastodonThreadTest {

    private static final String DRAFT =
            """
            # Issue 3: 16–22 November

            (The opening is still to be written.)

            ## Releases

            """
                    + IntStream.range(0, 25)
                            .mapToObj(i ->
                                    "- Number %d is [a tool](https://x.example/%s/%d) for people such as @ben@near.example (Ann/Example)%n"
                                            .formatted(i, "long/".repeat(20), i))
                            .reduce("", String::concat)
                    + """

                    ## Still to do

                    - Nothing: `check` says more
                    """;

    private final Newsroom newsroom = new Newsroom();

    @AfterEach
    void stop() {
        newsroom.close();
    }

    @Test
    void anEditorsDraftComesWholeAsAThreadOfDirectPosts() {
        newsroom.start();
        askForTheDraft("editor@desk.example", "direct");
        newsroom.kept.await(newsroom.kept::isAnswered);
        var size = new PostSize(500, 23);
        var posts = newsroom.server.posts();
        assertThat(posts).hasSizeBetween(5, 9);
        assertThat(posts).allMatch(post -> post.path("visibility").asString("").equals("direct"));
        var texts = newsroom.thread();
        assertThat(texts).allMatch(text -> size.of(text) <= 500);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(texts.get(i))
                    .startsWith("@editor@desk.example ")
                    .endsWith("\n\n%d/%d".formatted(i + 1, texts.size()));
        }
        assertThat(texts.getFirst())
                .startsWith(
                        "@editor@desk.example Issue 3: 16–22 November\n\n(The opening is still to be written.)\n\n— Releases —\n\n• Number 0 is a tool https://x.example/");
        var all = String.join("\n", texts);
        for (int i = 0; i < 25; i++) {
            assertThat(all)
                    .contains(
                            "• Number %d is a tool https://x.example/%s/%d for people such as @\u2060ben@\u2060near.example (Ann/Example)\n"
                                    .formatted(i, "long/".repeat(20), i));
        }
        assertThat(all).contains("— Still to do —\n\n• Nothing: check says more");
    }

    @Test
    void anEditorWhoAsksInPublicIsAnsweredDirectlyAsADraftIsForEditors() {
        newsroom.start();
        askForTheDraft("editor@desk.example", "public");
        newsroom.kept.await(newsroom.kept::isAnswered);
        assertThat(newsroom.server.posts())
                .hasSizeGreaterThan(2)
                .allMatch(post -> post.path("visibility").asString("").equals("direct"));
    }

    @Test
    void anybodyElseGetsThreePostsAtMost() {
        newsroom.start();
        askForTheDraft("ada@far.example", "direct");
        newsroom.kept.await(newsroom.kept::isAnswered);
        assertThat(newsroom.thread()).hasSize(3).last().asString().endsWith("…");
    }

    @ParameterizedTest
    @CsvSource({"1, true", "1, false", "2, false", "3, false"})
    void aDraftThatWasBrokenOffGoesOnWhereItStopped(int posts, boolean heedsKeys) {
        if (!heedsKeys) {
            newsroom.server.ignoringKeys();
        }
        var first = newsroom.start();
        newsroom.server.mention("editor@desk.example", "<p>digest</p>", "direct", Optional.empty());
        var asked = newsroom.nextEvents(1).getFirst();
        newsroom.kept.await(() -> newsroom.kept.notes().containsKey("cursor"));
        first.close();
        newsroom.answer(asked, Reply.Kind.DOCUMENT, DRAFT);
        newsroom.startAndKillAfter(posts);
        newsroom.start();
        newsroom.kept.await(newsroom.kept::isAnswered);
        var texts = newsroom.thread();
        assertThat(texts).doesNotHaveDuplicates();
        assertThat(texts.getLast()).endsWith("%d/%d".formatted(texts.size(), texts.size()));
    }

    @Test
    void anIssueIsPostedOnceMentioningNobody() {
        newsroom.publishing(Where.PUBLIC, "Newsletter").start();
        newsroom.kept.publish(Optional.of(issue()));
        awaitPosted();
        var posts = newsroom.server.posts();
        assertThat(posts.getFirst().path("visibility").asString("")).isEqualTo("public");
        assertThat(posts.getFirst().path("in_reply_to_id").isNull()).isTrue();
        assertThat(posts.stream().skip(1))
                .isNotEmpty()
                .allMatch(post -> post.path("visibility").asString("").equals("unlisted"));
        assertThat(posts)
                .allMatch(post -> post.path("spoiler_text").asString("").equals("Newsletter"));
        var size = new PostSize(500, 23);
        assertThat(newsroom.thread())
                .allMatch(text -> size.of(text) + "Newsletter".length() <= 500)
                .noneMatch(text -> text.matches("(?s).*@\\w.*"));
    }

    @Test
    void anIssueIsNotPostedUnlessThatIsWantedNorAnOldOne() {
        newsroom.kept.publish(Optional.of(issue()));
        newsroom.start().close();
        newsroom.publishing(Where.UNLISTED, "");
        newsroom.clock.forward(Duration.ofHours(25));
        newsroom.server.at(newsroom.clock.instant());
        newsroom.start();
        newsroom.server.mention("ada@far.example", "<p>help</p>");
        newsroom.answer(newsroom.nextEvents(1).getFirst(), Reply.Kind.SHOWN, "Help.");
        newsroom.kept.await(newsroom.kept::isAnswered);
        assertThat(newsroom.server.texts()).containsExactly("@ada@far.example Help.");
    }

    @Test
    void anIssueThatTheServerNeverTakesHoldsUpNoAnswer() {
        newsroom.pause = Duration.ofHours(1);
        for (int i = 0; i < 1_000; i++) {
            newsroom.server.fault("POST /api/v1/statuses ", 500, "", Map.of());
        }
        newsroom.publishing(Where.PUBLIC, "").start();
        newsroom.kept.publish(Optional.of(issue()));
        newsroom.server.await(() -> newsroom.server.requested("POST /api/v1/statuses "));
        var id =
                newsroom.server.mention(
                        "ada@far.example", "<p><a href=\"https://x.example/a\">this</a></p>");
        newsroom.answer(newsroom.nextEvents(1).getFirst(), Reply.Kind.DONE, "Kept it.");
        newsroom.server.await(() -> newsroom.server.favourites().contains(id));
        assertThat(newsroom.server.posts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void anIssueThatWasBrokenOffGoesOnWhereItStopped(int posts) {
        newsroom.server.ignoringKeys();
        newsroom.publishing(Where.UNLISTED, "");
        newsroom.kept.publish(Optional.of(issue()));
        newsroom.startAndKillAfter(posts);
        newsroom.start();
        awaitPosted();
        var texts = newsroom.thread();
        assertThat(texts).doesNotHaveDuplicates();
        assertThat(texts.getLast()).endsWith("%d/%d".formatted(texts.size(), texts.size()));
    }

    @Test
    void whatIsTakenBackIsNotPostedOnNorPostedAgain() {
        newsroom.publishing(Where.UNLISTED, "");
        newsroom.kept.publish(Optional.of(issue()));
        newsroom.startAndKillAfter(2);
        newsroom.kept.publish(Optional.empty());
        newsroom.start();
        newsroom.kept.publish(
                Optional.of(new Issue(3, Newsroom.START.plusSeconds(60), "# Again\n")));
        awaitPosted();
        assertThat(newsroom.server.postCount()).isEqualTo(2);
    }

    private static Issue issue() {
        return new Issue(3, Newsroom.START, DRAFT);
    }

    private void awaitPosted() {
        newsroom.kept.await(() -> "done".equals(newsroom.kept.notes().get("issue:3")));
    }

    private void askForTheDraft(String who, String reach) {
        newsroom.server.mention(who, "<p>digest</p>", reach, Optional.empty());
        newsroom.answer(newsroom.nextEvents(1).getFirst(), Reply.Kind.DOCUMENT, DRAFT);
    }
}
