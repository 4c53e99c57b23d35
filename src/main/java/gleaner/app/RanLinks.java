package gleaner.app;

import gleaner.news.Link;
import gleaner.news.Share;
import gleaner.slack.SlackIssues;
import gleaner.store.Repository;
import gleaner.store.Snapshot;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Who had shared in Slack what ran in an issue.
record RanLinks(Repository repository) implements SlackIssues {

    private static final int LATEST = 5;
    private static final String KIND = "slack";

    @Override
    public List<Published> publishedSince(Instant time) {
        return repository.publishedIssues(LATEST).stream()
                .filter(issue -> issue.at().isAfter(time))
                .sorted(Comparator.comparingInt(issue -> issue.number()))
                .map(issue -> new Published(issue.number(), issue.title(), issue.at()))
                .toList();
    }

    @Override
    public List<Ran> ran(Published issue) {
        return repository
                .snapshot(issue.number())
                .filter(snapshot -> snapshot.at().equals(issue.at()))
                .map(snapshot -> ran(snapshot, issue.at()))
                .orElseGet(List::of);
    }

    private List<Ran> ran(Snapshot snapshot, Instant at) {
        var ids = snapshot.items().stream().map(Snapshot.Item::link).toList();
        var links = repository.named(ids);
        return ids.stream()
                .map(links::get)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(link -> shares(link, at))
                .toList();
    }

    /// Of each person the first share: it is one link, however often they shared it.
    private static Stream<Ran> shares(Link link, Instant at) {
        var told = new HashSet<>();
        return link.liveShares().stream()
                .filter(share -> share.message().channel().kind().equals(KIND))
                .filter(share -> share.person().id().kind().equals(KIND))
                .filter(share -> !share.time().isAfter(at))
                .filter(share -> told.add(share.person().id()))
                .map(share ->
                        new Ran(
                                share.person().id(),
                                share.message(),
                                share.url(),
                                title(link, share)));
    }

    /// What the page is called, or how that person called it: another's words may be private.
    private static String title(Link link, Share share) {
        return link.page()
                .title()
                .filter(title -> !title.isBlank())
                .orElseGet(() -> share.words().isBlank() ? share.url() : share.words());
    }
}
