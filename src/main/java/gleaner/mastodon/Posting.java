package gleaner.mastodon;

import gleaner.mastodon.MastodonApi.Account;
import gleaner.mastodon.MastodonApi.Draft;
import gleaner.mastodon.MastodonApi.Status;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.jsoup.Jsoup;

/// Makes every post once, whatever dies meanwhile.
///
/// Before a post it is written down that it is tried, after it which one it is. Where only the
/// first was written, the post is looked for before it is tried again, as not every server heeds
/// idempotency keys.
final class Posting {

    /// So many letters and digits tell a post from another.
    private static final int TELLING = 80;

    private final MastodonApi api;
    private final Remembered remembered;
    private final Account self;

    Posting(MastodonApi api, Remembered remembered, Account self) {
        this.api = api;
        this.remembered = remembered;
        this.self = self;
    }

    /// Posts a thread, each below the one before, and goes on where it was broken off.
    ///
    /// @param name of what it is told for; the same for every attempt
    /// @param posts how many
    /// @param to what the first one answers
    /// @param draft of the post of that number, from 0; what it answers is filled in here
    /// @param goesOn asked before every post
    /// @return whether all of it stands now
    boolean thread(
            String name,
            int posts,
            Optional<String> to,
            IntFunction<Draft> draft,
            BooleanSupplier goesOn) {
        var above = to;
        for (int i = 0; i < posts; i++) {
            var made = remembered.answer(name, i);
            if (made.isEmpty() && !goesOn.getAsBoolean()) {
                return false;
            }
            above =
                    made.isPresent()
                            ? made
                            : Optional.of(post(name, i, draft.apply(i).below(above)));
        }
        return true;
    }

    /// @return the post's id
    private String post(String name, int number, Draft draft) {
        if (remembered.isTrying(name, number)) {
            var made = draft.replyTo().map(this::below).orElseGet(() -> alike(draft));
            if (made.isPresent()) {
                remembered.answered(name, number, made.get());
                return made.get();
            }
        }
        remembered.trying(name, number);
        var posted = api.post(draft, key(name, number));
        remembered.answered(name, number, posted.id());
        return posted.id();
    }

    /// An answer of Gleaner's own to that status.
    private Optional<String> below(String to) {
        return api.context(to).stream()
                .flatMap(context -> context.after().stream())
                .filter(status -> status.account().id().equals(self.id()))
                .filter(status -> status.replyTo().equals(Optional.of(to)))
                .map(Status::id)
                .findFirst();
    }

    /// One of Gleaner's own last posts that answers nobody and has these words.
    private Optional<String> alike(Draft draft) {
        var words = telling(draft.text());
        return api.postsOf(self.id()).stream()
                .filter(status -> status.replyTo().isEmpty())
                .filter(status ->
                        telling(Jsoup.parseBodyFragment(status.content()).text()).equals(words))
                .map(Status::id)
                .findFirst();
    }

    private static String telling(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(TELLING)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private String key(String name, int number) {
        var text = self.id() + "\n" + name + "\n" + number;
        return "gleaner-" + UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /// As many drafts as there are texts.
    static IntFunction<Draft> drafts(
            List<String> texts, IntFunction<MastodonApi.Reach> reach, String warning) {
        return number ->
                new Draft(texts.get(number), Optional.empty(), reach.apply(number), warning);
    }
}
