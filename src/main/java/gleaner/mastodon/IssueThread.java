package gleaner.mastodon;

import gleaner.mastodon.MastodonApi.Instance;
import gleaner.mastodon.MastodonApi.Reach;
import gleaner.mastodon.MastodonDesk.Issue;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Posts a published issue as a thread, where that is wanted: once an issue, mentioning nobody.
///
/// Only what was published in the last day is posted, so that switching it on tells no old news. An
/// issue that is taken back is not posted on; published again it is not posted again, as what
/// stands already was read.
final class IssueThread {

    private static final Logger log = LoggerFactory.getLogger(IssueThread.class);
    private static final Duration FRESH = Duration.ofDays(1);
    private static final String DONE = "done";

    private final Posting posting;
    private final Remembered remembered;
    private final MastodonDesk desk;
    private final MastodonSetup.Publishing wanted;
    private final Instance home;
    private final Clock clock;

    IssueThread(
            Posting posting,
            Remembered remembered,
            MastodonDesk desk,
            MastodonSetup.Publishing wanted,
            Instance home,
            Clock clock) {
        this.posting = posting;
        this.remembered = remembered;
        this.desk = desk;
        this.wanted = wanted;
        this.home = home;
        this.clock = clock;
    }

    /// Posts what is published and not posted yet.
    ///
    /// @param maySpeak asked before every post
    /// @throws MastodonTrouble where it may work later; it goes on then where it stopped
    void post(BooleanSupplier maySpeak) {
        var reach = reach();
        if (reach.isEmpty()) {
            return;
        }
        var issue = desk.published().filter(this::isFresh);
        if (issue.isPresent() && isToPost(issue.get())) {
            post(issue.get(), reach.get(), maySpeak);
        }
    }

    private Optional<Reach> reach() {
        return switch (wanted.where()) {
            case OFF -> Optional.empty();
            case UNLISTED -> Optional.of(Reach.UNLISTED);
            case PUBLIC -> Optional.of(Reach.PUBLIC);
        };
    }

    private boolean isFresh(Issue issue) {
        return issue.at().isAfter(clock.instant().minus(FRESH));
    }

    private boolean isToPost(Issue issue) {
        var begun = remembered.issue(issue.number());
        var time = issue.at().toString();
        if (begun.equals(Optional.of(time))) {
            return true;
        }
        if (begun.equals(Optional.of(DONE))) {
            return false;
        }
        if (begun.isPresent() && isBegun(issue)) {
            log.info(
                    "Issue {} was taken back while it was posted and published again: it is not posted again.",
                    issue.number());
            remembered.issue(issue.number(), DONE);
            return false;
        }
        remembered.issue(issue.number(), time);
        return true;
    }

    private boolean isBegun(Issue issue) {
        return remembered.isTrying(name(issue), 0) || remembered.answer(name(issue), 0).isPresent();
    }

    private static String name(Issue issue) {
        return "issue/" + issue.number();
    }

    /// The first post is as public as is wanted, the others are unlisted, so that a thread does not
    /// fill timelines.
    private void post(Issue issue, Reach reach, BooleanSupplier maySpeak) {
        var size = new PostSize(home.mostCharacters(), home.perUrl());
        var texts = NumberedPosts.of(PostText.blocks(issue.markdown()), size, "", wanted.warning());
        var drafts =
                Posting.drafts(
                        texts, number -> number == 0 ? reach : Reach.UNLISTED, wanted.warning());
        try {
            var stands =
                    posting.thread(
                            name(issue),
                            texts.size(),
                            Optional.empty(),
                            drafts,
                            () -> maySpeak.getAsBoolean() && isStill(issue));
            if (stands) {
                remembered.issue(issue.number(), DONE);
                log.info("Mastodon: issue {} is posted, {} posts.", issue.number(), texts.size());
            }
        } catch (MastodonTrouble e) {
            switch (e.kind()) {
                case TOO_MANY, AWAY, GARBLED, TOKEN, MOVED -> throw e;
                case FORBIDDEN, MISSING, REFUSED -> {
                    log.warn(
                            "Mastodon: issue {} cannot be posted any further: {}",
                            issue.number(),
                            e.sentence());
                    remembered.issue(issue.number(), DONE);
                }
            }
        }
    }

    private boolean isStill(Issue issue) {
        return desk.published()
                .filter(now -> now.number() == issue.number() && now.at().equals(issue.at()))
                .isPresent();
    }
}
