package gleaner.page;

import gleaner.news.Health.Found;
import gleaner.news.Page;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Looks whether a page is still there: by its headers where they say that nothing has changed,
/// else by the page itself.
///
/// Only what says in so many words that there is no page counts as gone: status 404 and 410, a name
/// that does not exist, a certificate that nobody should trust. A server that fails, refuses, asks
/// to log in or does not answer says nothing about the page.
///
/// @param reader reads the title of what was found
public record Looker(Fetcher fetcher, FetchReader reader) {

    /// A title says the same as long as it keeps a word of that many letters.
    private static final int WORD = 4;

    /// What is looked at.
    ///
    /// @param title as it was read, if it was
    /// @param mark what the server called the version that was seen last
    /// @param isSame whether another URL is known as the same page's
    public record Asked(
            String url, Optional<String> title, Optional<String> mark, Predicate<String> isSame) {}

    /// What came of it.
    public sealed interface Answer {}

    /// It was looked at.
    ///
    /// @param mark what the server calls the version that was seen
    public record Seen(Found found, Optional<String> mark) implements Answer {}

    /// It was not its turn.
    ///
    /// @param after which it may be
    public record NotNow(Duration after) implements Answer {}

    /// Looks; blocks for the fetcher's time at most twice. Never throws for what it finds.
    public Answer look(Asked asked) {
        return switch (fetcher.head(asked.url())) {
            case Fetched head when asked.mark().isPresent() && mark(head).equals(asked.mark()) ->
                    new Seen(moved(asked, head).orElseGet(Found.Fine::new), asked.mark());
            case Fetched head -> page(asked, head);
            case FetchFailure failure when isFinal(failure) -> failed(failure);
            case FetchFailure _ -> page(asked);
        };
    }

    /// Whether a GET would fare no better, or is not to be tried.
    private static boolean isFinal(FetchFailure failure) {
        return switch (failure) {
            case FetchFailure.DnsFailed _,
                    FetchFailure.TlsFailed _,
                    FetchFailure.NotAllowed _,
                    FetchFailure.NotHttp _,
                    FetchFailure.TimedOut _,
                    FetchFailure.HostBusy _,
                    FetchFailure.Stopped _ ->
                    true;
            case FetchFailure.BadStatus bad -> bad.status() == 429 || bad.status() == 503;
            case FetchFailure.TooLarge _,
                    FetchFailure.TooManyRedirects _,
                    FetchFailure.Broken _ ->
                    false;
        };
    }

    /// A page that is there by its headers is there, however long it takes to come.
    private Answer page(Asked asked, Fetched head) {
        return switch (fetcher.fetch(asked.url())) {
            case FetchFailure.TimedOut _ ->
                    new Seen(moved(asked, head).orElseGet(Found.Fine::new), Optional.empty());
            case FetchFailure failure -> failed(failure);
            case Fetched fetched -> new Seen(found(asked, fetched), mark(fetched));
        };
    }

    private Answer page(Asked asked) {
        return switch (fetcher.fetch(asked.url())) {
            case FetchFailure failure -> failed(failure);
            case Fetched fetched -> new Seen(found(asked, fetched), mark(fetched));
        };
    }

    private Found found(Asked asked, Fetched fetched) {
        var moved = moved(asked, fetched);
        if (moved.isPresent()) {
            return moved.get();
        }
        var page = read(fetched);
        var now = page.title().filter(title -> !title.isBlank());
        if (asked.title().isEmpty() || now.isEmpty() || !isOther(asked.title().get(), now.get())) {
            return new Found.Fine();
        }
        return SamePage.isWallTitle(page)
                ? new Found.Silent("It shows something in the place of the page.")
                : new Found.Replaced(now.get());
    }

    private Page read(Fetched fetched) {
        try {
            return reader.read(fetched.bytes(), fetched.mediaType(), fetched.url());
        } catch (RuntimeException | StackOverflowError e) {
            // It is there, whatever it is.
            return Page.UNREAD;
        }
    }

    private static Optional<Found> moved(Asked asked, Fetched fetched) {
        return fetched.chain().size() > 1
                        && fetched.permanent()
                        && !asked.isSame().test(fetched.url())
                ? Optional.of(new Found.Moved(fetched.url()))
                : Optional.empty();
    }

    private static Answer failed(FetchFailure failure) {
        return switch (failure) {
            case FetchFailure.HostBusy busy -> new NotNow(busy.turn());
            case FetchFailure.Stopped _ -> new NotNow(Duration.ZERO);
            case FetchFailure.BadStatus bad when bad.status() == 404 || bad.status() == 410 ->
                    gone(failure, bad.status() == 410);
            case FetchFailure.DnsFailed dns when dns.isKnown() -> gone(failure, false);
            case FetchFailure.TlsFailed _ -> gone(failure, false);
            case FetchFailure.BadStatus _,
                    FetchFailure.DnsFailed _,
                    FetchFailure.NotAllowed _,
                    FetchFailure.NotHttp _,
                    FetchFailure.TimedOut _,
                    FetchFailure.TooLarge _,
                    FetchFailure.TooManyRedirects _,
                    FetchFailure.Broken _ ->
                    new Seen(new Found.Silent(failure.sentence()), Optional.empty());
        };
    }

    private static Answer gone(FetchFailure failure, boolean isSure) {
        return new Seen(new Found.Gone(failure.sentence(), isSure), Optional.empty());
    }

    private static Optional<String> mark(Fetched fetched) {
        return fetched.etag().or(fetched::lastModified).filter(mark -> mark.length() <= 200);
    }

    /// Whether two titles have no word in common; short words say nothing, and those of a script
    /// without spaces are its letters.
    static boolean isOther(String before, String now) {
        var old = words(before);
        var fresh = words(now);
        return !old.isEmpty() && !fresh.isEmpty() && old.stream().noneMatch(fresh::contains);
    }

    private static Set<String> words(String title) {
        var words = new HashSet<String>();
        var word = new StringBuilder();
        title.toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(c -> {
                    if (Character.isIdeographic(c)) {
                        words.add(Character.toString(c));
                    } else if (Character.isLetterOrDigit(c)) {
                        word.appendCodePoint(c);
                        return;
                    }
                    add(word, words);
                });
        add(word, words);
        return words;
    }

    private static void add(StringBuilder word, Set<String> words) {
        if (word.length() >= WORD) {
            words.add(word.toString());
        }
        word.setLength(0);
    }
}
