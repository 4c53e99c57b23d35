package gleaner.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.mastodon.MastodonApi.Draft;
import gleaner.mastodon.MastodonApi.Notice;
import gleaner.mastodon.MastodonApi.Reach;
import gleaner.mastodon.MastodonApi.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What is read and written: if these fail, a mention is missed, or read as more public than it is.
abstract class ReadingContract extends MastodonApiContract {

    @Test
    void theInstanceTellsItsLimits() {
        var instance = api.instance();
        assertThat(instance.domain()).isEqualTo("here.example");
        assertThat(instance.mostCharacters()).isEqualTo(500);
        assertThat(instance.perUrl()).isEqualTo(23);
        assertThat(instance.streaming()).contains("wss://streaming.here.example");
    }

    @Test
    void anOldInstanceIsAskedTheOldWay() {
        server.ofVersion1();
        assertThat(api.instance().mostCharacters()).isEqualTo(600);
        assertThat(api.instance().domain()).isEqualTo("here.example");
    }

    @Test
    void theAccountIsTheTokens() {
        assertThat(api.self().acct()).isEqualTo("gleaner");
        assertThat(server.requests())
                .allMatch(request -> request.endsWith(" Bearer " + FakeMastodon.TOKEN));
    }

    @Test
    void mentionsComeOldestFirstAndPageByPageWithoutGap() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 200; i++) {
            ids.add(server.mention("ada@far.example", "<p>Number " + i + "</p>"));
        }
        var first = api.mentions(Optional.empty());
        assertThat(statuses(first)).isEqualTo(ids.subList(120, 200));

        var after = server.mention("ada@far.example", "<p>one more</p>");
        var found = new ArrayList<String>();
        var page = api.mentions(first.newest());
        while (page.newest().isPresent()) {
            found.addAll(statuses(page));
            page = api.onward(page.onward().orElseThrow());
        }
        assertThat(found).containsExactly(after);
    }

    @Test
    void aLinkHeaderOfAnotherHostIsFollowedOnTheServerItself() {
        for (int i = 0; i < 90; i++) {
            server.mention("ada@far.example", "<p>Number " + i + "</p>");
        }
        var start = api.mentions(Optional.of("unknown"));
        var next = api.onward(start.onward().orElseThrow());
        assertThat(start.notices()).hasSize(80);
        assertThat(next.notices()).hasSize(10);
    }

    @Test
    void oneOddElementCostsItselfAndNotThePage() {
        var fine = server.mention("ada@far.example", "<p>fine</p>");
        var mapper = new JsonMapper();
        server.notify(mapper.createObjectNode().put("id", "odd-1").put("type", "no_such_type"));
        server.notify(mapper.createObjectNode().put("type", "mention"));
        var noAccount = mapper.createObjectNode().put("id", "odd-2").put("type", "mention");
        noAccount.putObject("status").put("id", "S").put("created_at", "yesterday");
        server.notify(noAccount);
        var last = server.mention("ben", "<p>fine too</p>");
        assertThat(statuses(api.mentions(Optional.empty()))).containsExactly(fine, last);
    }

    @Test
    void aPageOfOddElementsAloneStillLeadsOn() {
        server.notify(
                new JsonMapper().createObjectNode().put("id", "odd-1").put("type", "no_such_type"));
        var page = api.mentions(Optional.empty());
        assertThat(page.notices()).isEmpty();
        assertThat(page.newest()).contains("odd-1");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    public, PUBLIC
                    unlisted, UNLISTED
                    private, FOLLOWERS
                    direct, DIRECT
                    mutuals_only, DIRECT
                    local, DIRECT
                    list, DIRECT
                    limited, DIRECT
                    PUBLIC, DIRECT
                    '', DIRECT
                    """)
    void anUnknownVisibilityIsDirect(String visibility, Reach reach) {
        var id =
                server.status("ada@far.example", "<p>x</p>", visibility, Optional.empty())
                        .path("id")
                        .asString();
        assertThat(api.status(id).map(Status::reach)).contains(reach);
    }

    @Test
    void aStatusThatIsGoneIsEmpty() {
        assertThat(api.status("01JGONE")).isEmpty();
        assertThat(api.context("01JGONE")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void severalStatusesAreFetchedWhetherTheServerKnowsTheQuestionOrNot(boolean knows) {
        if (!knows) {
            server.withoutSeveral();
        }
        var ids = new ArrayList<String>();
        for (int i = 0; i < 45; i++) {
            ids.add(
                    server.status("ada@far.example", "<p>x</p>", "public", Optional.empty())
                            .path("id")
                            .asString());
        }
        server.deleteQuietly(ids.get(7));
        var found = api.statuses(ids).stream().map(Status::id).toList();
        ids.remove(7);
        assertThat(found).containsExactlyInAnyOrderElementsOf(ids);
    }

    /// A server's own small pictures are words between colons to everybody else.
    @ParameterizedTest
    @CsvSource({
        "Ada :verified: Lovelace, Ada Lovelace",
        ":verified:Ada:verified::verified:, Ada",
        ":verified: :verified:, ''",
        "Ada :x: 12:30, Ada :x: 12:30"
    })
    void aNameIsWithoutItsServersPictures(String shown, String name) {
        var status = server.status("ada@far.example", "<p>hi</p>", "public", Optional.empty());
        var account = (ObjectNode) status.path("account");
        account.put("display_name", shown)
                .putArray("emojis")
                .add(7)
                .addObject()
                .put("shortcode", "verified");
        var read = api.status(status.path("id").asString()).orElseThrow();
        assertThat(read.account().name()).isEqualTo(name);
    }

    @Test
    void aStatusMayLackWhatServersLeaveOut() {
        var status = server.status("ada@far.example", "", "public", Optional.empty());
        status.putNull("content").putNull("spoiler_text").putNull("mentions").remove("tags");
        var read = api.status(status.path("id").asString()).orElseThrow();
        assertThat(read.content()).isEmpty();
        assertThat(read.mentions()).isEmpty();
    }

    @Test
    void theContextHoldsWhatIsAboveAndBelow() {
        var above =
                server.status("ada", "<p>a</p>", "public", Optional.empty()).path("id").asString();
        var middle =
                server.status("ben", "<p>b</p>", "public", Optional.of(above))
                        .path("id")
                        .asString();
        var below =
                server.status("cy", "<p>c</p>", "public", Optional.of(middle))
                        .path("id")
                        .asString();
        var context = api.context(middle).orElseThrow();
        assertThat(context.before()).extracting(Status::id).containsExactly(above);
        assertThat(context.after()).extracting(Status::id).containsExactly(below);
        assertThat(context.after().getFirst().replyTo()).contains(middle);
    }

    @Test
    void aPostIsMadeOnceForAKey() {
        var to = server.mention("ada", "<p>help</p>");
        var draft = new Draft("@ada here", Optional.of(to), Reach.UNLISTED, "");
        var first = api.post(draft, "key-1");
        var again = api.post(draft, "key-1");
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(server.texts()).containsExactly("@ada here");
        assertThat(server.posts().getFirst().path("visibility").asString()).isEqualTo("unlisted");
    }

    @Test
    void deletingWhatIsGoneAndFavouritingTwiceAreFine() {
        var id = server.mention("ada", "<p>x</p>");
        api.favourite(id);
        api.favourite(id);
        api.delete(id);
        api.delete(id);
        assertThat(server.favourites()).containsExactly(id, id);
    }

    @Test
    void aServerWithoutPoliciesIsFine() {
        assertThat(api.acceptStrangers()).isTrue();
        server.ofVersion1();
        assertThat(api.acceptStrangers()).isFalse();
    }

    private static List<String> statuses(MastodonApi.Page page) {
        return page.notices().stream().map(Notice::status).map(Status::id).toList();
    }
}
