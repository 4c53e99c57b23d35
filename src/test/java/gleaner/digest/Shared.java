package gleaner.digest;

import gleaner.digest.drafting.Drafter;
import gleaner.digest.format.Look;
import gleaner.news.Byline;
import gleaner.news.Channel;
import gleaner.news.Curation;
import gleaner.news.Health;
import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.news.LinkKey;
import gleaner.news.MessageId;
import gleaner.news.Page;
import gleaner.news.Person;
import gleaner.news.PersonId;
import gleaner.news.Section;
import gleaner.news.SectionName;
import gleaner.news.Sections;
import gleaner.news.Share;
import gleaner.news.State;
import gleaner.news.Tag;
import gleaner.news.Visibility;
import gleaner.news.Vote;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// A link in the making, as somebody shared it.
public final class Shared {

    public static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");
    public static final SectionName LEAD = new SectionName("lead");
    public static final SectionName RELEASES = new SectionName("releases");
    public static final SectionName BRIEF = new SectionName("news-in-brief");
    public static final Sections SECTIONS =
            new Sections(
                    List.of(
                            new Section(LEAD, "The long way round", List.of()),
                            new Section(RELEASES, "Fresh releases", List.of(Tag.of("release"))),
                            new Section(BRIEF, "News in brief", List.of())),
                    LEAD,
                    BRIEF);
    public static final DraftStyle STYLE =
            DraftStyle.of(SECTIONS, ZoneId.of("Europe/Berlin"), "The Lamplighter", Look.HOUSE);

    private final LinkId id;
    private final String url;
    private final List<Share> shares = new ArrayList<>();
    private int votes;
    private Page page = Page.UNREAD;
    private Curation curation = Curation.NONE;
    private Optional<Integer> ran = Optional.empty();
    private Health health = Health.NONE;

    private Shared(String id, String url) {
        this.id = new LinkId(id);
        this.url = url;
    }

    public static Shared link(String id, String url) {
        return new Shared(id, url);
    }

    /// A link with a blurb's worth of words, in a message of its own.
    public static Shared said(String sentence) {
        return link("k3f9", "https://acme.example/post").said(0, sentence);
    }

    public Shared said(int hour, String sentence, String... tags) {
        return in("m" + hour + "-" + id, hour, sentence, Visibility.PUBLIC, tags);
    }

    public Shared together(String message, int hour, String sentence) {
        return in(message, hour, sentence, Visibility.PUBLIC);
    }

    public Shared whispered(int hour, String sentence) {
        return in("dm" + hour, hour, sentence, Visibility.PRIVATE, "secret");
    }

    private Shared in(
            String message, int hour, String sentence, Visibility visibility, String... tags) {
        var channel = Channel.of("slack", "news");
        shares.add(
                new Share(
                        new MessageId(channel.id(), message),
                        Person.of("slack", "Ada"),
                        channel,
                        MONDAY.plus(Duration.ofHours(hour)),
                        url,
                        "",
                        sentence,
                        List.of(tags).stream().map(Tag::of).toList(),
                        false,
                        visibility,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        return this;
    }

    /// The last share, deleted at that hour.
    public Shared deleted(int hour) {
        shares.add(shares.removeLast().goneAt(MONDAY.plus(Duration.ofHours(hour))));
        return this;
    }

    public Shared page(String title, String publisher, String... authors) {
        page =
                new Page(
                        title.isEmpty() ? Optional.empty() : Optional.of(title),
                        List.of(authors),
                        publisher.isEmpty() ? Optional.empty() : Optional.of(publisher),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        return this;
    }

    public Shared votes(int count) {
        votes = count;
        return this;
    }

    public Shared ran(int issue) {
        ran = Optional.of(issue);
        return this;
    }

    public Shared health(Health known) {
        health = known;
        return this;
    }

    public Shared state(State state) {
        return edited(known -> known.withState(state));
    }

    public Shared blurb(String blurb) {
        return edited(known -> known.withBlurb(Optional.of(blurb)));
    }

    public Shared linkWords(String words) {
        return edited(known -> known.withLinkWords(Optional.of(words)));
    }

    public Shared byline(String byline) {
        return edited(known -> known.withByline(Optional.of(Byline.parse(byline))));
    }

    public Shared rank(int rank) {
        return edited(known -> known.withRank(Optional.of(rank)));
    }

    public Shared section(SectionName section) {
        return edited(known -> known.withSection(Optional.of(section)));
    }

    public Shared withdrawn() {
        return edited(known -> known.withWithdrawn(Set.of(shares.getLast().message())));
    }

    public Shared editedAt(int hour) {
        return edited(known -> known.withAt(Optional.of(MONDAY.plus(Duration.ofHours(hour)))));
    }

    private Shared edited(UnaryOperator<Curation> change) {
        curation = change.apply(curation);
        return this;
    }

    public Link build() {
        var message = new MessageId(Channel.of("slack", "news").id(), "vote");
        var voters =
                IntStream.range(0, votes)
                        .mapToObj(i -> new Vote(message, PersonId.of("slack", "voter" + i), "tada"))
                        .toList();
        return new Link(id, new LinkKey(url), url, shares, voters, page, curation, ran, 1, health);
    }

    public static Draft draft(Shared... links) {
        var built = List.of(links).stream().map(Shared::build).toList();
        return new Drafter(STYLE).draft(7, Optional.empty(), built, false);
    }

    /// The only item's line, as Markdown without its dash.
    public static String line(Shared... links) {
        var items = draft(links).parts().stream().flatMap(part -> part.items().stream()).toList();
        return String.join(
                "\n", items.stream().map(item -> item.whole("also").toString()).toList());
    }
}
