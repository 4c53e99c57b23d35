package gleaner.mastodon;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The memory in the channel's own words.
final class Remembered {

    /// So long a status is followed after it was written.
    static final Duration WEEK = Duration.ofDays(7);

    private static final Duration LIFE = Duration.ofDays(9);
    private static final String TRYING = "trying";

    private final MastodonMemory memory;

    Remembered(MastodonMemory memory) {
        this.memory = memory;
    }

    MastodonMemory memory() {
        return memory;
    }

    Optional<String> tagged(String hashtag) {
        return memory.read("hashtag:" + hashtag);
    }

    /// The last status under a hashtag that was dealt with.
    void tagged(String hashtag, String status) {
        memory.write("hashtag:" + hashtag, status, Duration.ZERO);
    }

    /// The last notification that was dealt with.
    Optional<String> cursor() {
        return memory.read("cursor");
    }

    void cursor(String id) {
        memory.write("cursor", id, Duration.ZERO);
    }

    Optional<Seen> seen(String id) {
        return memory.read("status:" + id).flatMap(text -> Seen.read(id, text));
    }

    void seen(Seen status) {
        memory.write("status:" + status.id(), status.write(), LIFE);
        var kind = status.kind() == Seen.Kind.INTERVIEW ? "talk:" : "part:";
        for (var part : status.parts()) {
            if (!part.equals(status.id())) {
                memory.write(kind + part, status.id(), LIFE);
            }
        }
    }

    /// The wish for an interview in whose thread that status stands.
    Optional<Seen> interview(String part) {
        return memory.read("talk:" + part)
                .flatMap(this::seen)
                .filter(seen -> seen.kind() == Seen.Kind.INTERVIEW);
    }

    /// The status whose words that one is a part of.
    Optional<Seen> whole(String part) {
        return seen(part).or(() -> memory.read("part:" + part).flatMap(this::seen));
    }

    /// Its events are in the inbox, and it is to be looked at again; its parts are known.
    void taken(Seen status, Instant look) {
        memory.write("status:" + status.id(), status.asTaken().write(), LIFE, status.id(), look);
    }

    void lookAgain(String id, Instant when) {
        memory.remind(id, when);
    }

    void forgetLook(String id) {
        memory.settle(id);
    }

    List<String> due(Instant now, int most) {
        return memory.due(now, most);
    }

    /// The post that answers a status, or tells an issue.
    ///
    /// @param id of the status, or what stands for it: `issue/3`
    /// @param number of the post, from 0, where it takes several
    Optional<String> answer(String id, int number) {
        return memory.read(answerName(id, number)).filter(text -> !text.equals(TRYING));
    }

    /// Whether a post was begun of which it is not known whether it came to be.
    boolean isTrying(String id, int number) {
        return memory.read(answerName(id, number)).filter(TRYING::equals).isPresent();
    }

    void trying(String id, int number) {
        memory.write(answerName(id, number), TRYING, LIFE);
    }

    void answered(String id, int number, String post) {
        memory.write(answerName(id, number), post, LIFE);
    }

    /// How far the posting of an issue is.
    Optional<String> issue(int number) {
        return memory.read("issue:" + number);
    }

    void issue(int number, String state) {
        memory.write("issue:" + number, state, Duration.ZERO);
    }

    private static String answerName(String id, int number) {
        return "answer:" + id + ":" + number;
    }
}
