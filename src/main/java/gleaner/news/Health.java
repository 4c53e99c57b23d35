package gleaner.news;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How a link's page was found when it was last looked at.
///
/// One look that finds nothing may be a server's bad minute, so that a page is called dead after
/// two of them, some minutes apart, or where the site says that it is gone for good (RFC 9110,
/// 15.5.11).
///
/// @param at when it was last looked at, or read; empty where that never happened
/// @param found what was found then
/// @param times how many looks one after another found the same kind of thing
/// @param archive an archive's copy of a page that seems to be dead
/// @param mark what the server calls this version of the page (ETag or Last-Modified)
/// @param isAsked whether a look has been asked for that has not come yet
public record Health(
        Optional<Instant> at,
        Found found,
        int times,
        Optional<String> archive,
        Optional<String> mark,
        boolean isAsked) {

    /// Of a link that nobody has looked at.
    public static final Health NONE =
            new Health(
                    Optional.empty(),
                    new Found.Fine(),
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    false);

    /// So long after a first look that found nothing comes the second.
    public static final Duration SECOND_LOOK = Duration.ofMinutes(10);

    /// So long a site that did not answer is left alone; no longer, since it may have been our own
    /// network that was gone.
    private static final Duration SILENCE = Duration.ofMinutes(15);

    /// What was found.
    public sealed interface Found {

        /// The page.
        record Fine() implements Found {}

        /// No page.
        ///
        /// @param why a sentence, its host a stranger's
        /// @param isSure whether the site says that it will not come back
        record Gone(String why, boolean isSure) implements Found {}

        /// That it has moved for good, to an address that is not known as the link's.
        record Moved(String to) implements Found {}

        /// A page whose title has no word in common with the one that was read.
        record Replaced(String title) implements Found {}

        /// Nothing that says whether the page is there.
        ///
        /// @param why a sentence, its host a stranger's
        record Silent(String why) implements Found {}
    }

    /// Of a page that was read then.
    public static Health readAt(Instant time) {
        return new Health(
                Optional.of(time), new Found.Fine(), 1, Optional.empty(), Optional.empty(), false);
    }

    /// What is known after another look.
    ///
    /// @param mark the version that was found
    /// @param archive a copy, where one was asked for and is there
    public Health after(Instant time, Found now, Optional<String> mark, Optional<String> archive) {
        var same = found.getClass().equals(now.getClass());
        var copy = now instanceof Found.Gone ? archive.or(this::archive) : archive;
        return new Health(
                Optional.of(time), now, same ? Math.min(times + 1, 99) : 1, copy, mark, false);
    }

    /// Whether nobody needs to look again to know that it is gone.
    public boolean isDead() {
        return found instanceof Found.Gone gone && (gone.isSure() || times > 1);
    }

    /// Whether it was found gone once, which may pass.
    public boolean isDoubtful() {
        return found instanceof Found.Gone && !isDead();
    }

    /// Whether it is time to look again.
    ///
    /// @param after so long what was found is believed
    public boolean isStale(Instant now, Duration after) {
        var patience =
                switch (found) {
                    case Found.Gone _ when isDoubtful() -> SECOND_LOOK;
                    case Found.Silent _ when after.compareTo(SILENCE) > 0 -> SILENCE;
                    case Found.Fine _,
                            Found.Gone _,
                            Found.Moved _,
                            Found.Replaced _,
                            Found.Silent _ ->
                            after;
                };
        return at.filter(time -> time.plus(patience).isAfter(now)).isEmpty();
    }
}
