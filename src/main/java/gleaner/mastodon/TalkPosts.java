package gleaner.mastodon;

import gleaner.mastodon.MastodonApi.Status;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The posts of a thread that belong to one talk, in the order in which it is read: each below what
/// it answers, what somebody adds to their own post before what others say to it.
///
/// A thread is a tree, in which strangers may answer anywhere. So whoever speaks from its first
/// post down to the one that is pointed at makes the talk, and what they say to each other anywhere
/// in the thread; where that is only one person, everybody does.
final class TalkPosts {

    private final Set<String> chain;
    private final Set<String> people;
    private final Predicate<Status> isAside;
    private final Map<String, List<Status>> answers = new HashMap<>();

    private TalkPosts(List<Status> chain, List<Status> below, Predicate<Status> isAside) {
        this.isAside = isAside;
        this.chain = chain.stream().map(Status::id).collect(Collectors.toSet());
        this.people =
                chain.stream()
                        .filter(isAside.negate())
                        .map(post -> post.account().id())
                        .collect(Collectors.toSet());
        var all = new LinkedHashMap<String, Status>();
        chain.forEach(post -> all.put(post.id(), post));
        below.forEach(post -> all.put(post.id(), post));
        for (var post : all.values()) {
            post.replyTo()
                    .ifPresent(to -> answers.computeIfAbsent(to, _ -> new ArrayList<>()).add(post));
        }
    }

    /// @param chain from the thread's first post to the one that is pointed at; at least one
    /// @param below what stands below the first one, however often
    /// @param isAside what is said to Gleaner or by it, which is no part of a talk, nor is what
    ///   stands below
    static List<Status> of(List<Status> chain, List<Status> below, Predicate<Status> isAside) {
        return new TalkPosts(chain, below, isAside).from(chain.getFirst());
    }

    private List<Status> from(Status first) {
        var talk = new ArrayList<Status>();
        var known = new HashSet<String>();
        var waiting = new ArrayDeque<Status>(List.of(first));
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            if (!known.add(next.id())) {
                continue;
            }
            var post = next;
            var aside = isAside.test(post);
            if (!aside) {
                talk.add(post);
            }
            Optional.ofNullable(answers.get(post.id())).stream()
                    .flatMap(List::stream)
                    .filter(answer ->
                            chain.contains(answer.id())
                                    || ((!aside || post.equals(first)) && belongs(answer)))
                    .sorted(order(post).reversed())
                    .forEach(waiting::push);
        }
        return talk;
    }

    private boolean belongs(Status answer) {
        return !isAside.test(answer)
                && (people.size() < 2 || people.contains(answer.account().id()));
    }

    private static Comparator<Status> order(Status above) {
        return Comparator.comparing(
                        (Status answer) -> !answer.account().id().equals(above.account().id()))
                .thenComparing(Status::created)
                .thenComparing(Status::id);
    }
}
