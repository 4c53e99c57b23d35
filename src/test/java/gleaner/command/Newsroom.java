package gleaner.command;

import gleaner.capture.Capture;
import gleaner.capture.LinkKeys;
import gleaner.digest.Note;
import gleaner.digest.check.Usual;
import gleaner.intake.Collecting;
import gleaner.news.Channel;
import gleaner.news.Event.MessagePosted;
import gleaner.news.Health;
import gleaner.news.IssueField;
import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.news.MessageId;
import gleaner.news.Period;
import gleaner.news.Person;
import gleaner.news.Role;
import gleaner.news.SectionName;
import gleaner.news.State;
import gleaner.news.Visibility;
import gleaner.store.Index;
import gleaner.store.Repository;
import gleaner.store.Store;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// People in a newsroom on real Redis: Ada and Ben share, Eve edits.
final class Newsroom implements DraftMaker {

    static final Person ADA = Person.of("terminal", "Ada");
    static final Person BEN = Person.of("terminal", "Ben");
    static final Person EVE = Person.of("terminal", "Eve");
    static final Channel GENERAL = Channel.of("terminal", "general");
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    final Repository repository;
    private final Store store;

    /// Pages that could not be read, with the reason.
    final Map<LinkId, String> unread = new HashMap<>();

    /// What was handed over.
    final Handovers handovers = new Handovers();

    private final Collecting collecting;
    private final Commands commands;
    private int count;

    Newsroom(Store store) {
        var keys = new LinkKeys();
        this.store = store;
        this.repository = store.repository();
        this.collecting = new Collecting(new Capture(keys), store.messages(), repository);
        this.commands =
                new Commands(
                        repository,
                        collecting,
                        keys::of,
                        Fixtures.SECTIONS,
                        this,
                        store.interviews(),
                        desk(),
                        handovers,
                        store.suggestions(),
                        Fixtures.CLOCK,
                        Fixtures.BERLIN,
                        DayOfWeek.MONDAY,
                        Locale.ENGLISH);
    }

    private PageDesk desk() {
        return new PageDesk() {
            @Override
            public void refresh(Collection<LinkId> links) {
                links.forEach(unread::remove);
            }

            @Override
            public Optional<String> lost(LinkId link) {
                return Optional.ofNullable(unread.get(link));
            }

            @Override
            public Optional<String> news(LinkId link) {
                return Optional.ofNullable(unread.get(link));
            }
        };
    }

    /// Somebody writes a message in public that many days ago; its first link's id.
    LinkId shares(Person person, int daysAgo, String text) {
        return shares(person, daysAgo, text, Visibility.PUBLIC);
    }

    LinkId shares(Person person, int daysAgo, String text, Visibility visibility) {
        return collecting
                .collect(message(person, daysAgo, text, visibility))
                .getFirst()
                .link()
                .id();
    }

    private MessagePosted message(Person person, int daysAgo, String text, Visibility visibility) {
        count++;
        return new MessagePosted(
                new MessageId(GENERAL.id(), "m" + count),
                GENERAL,
                person,
                NOW.minusSeconds(daysAgo * 86_400L - count),
                text,
                visibility,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Asker asker(Person person, Visibility visibility) {
        count++;
        return new Asker(
                new MessageId(GENERAL.id(), "c" + count),
                person,
                person.equals(EVE) ? Role.EDITOR : Role.CONTRIBUTOR,
                GENERAL,
                visibility,
                NOW.plusSeconds(count),
                Optional.empty());
    }

    /// What is answered to somebody in public.
    Reply reply(Person person, String words) {
        return commands.run(words, asker(person, Visibility.PUBLIC));
    }

    Reply reply(String words, Asker asker) {
        return commands.run(words, asker);
    }

    String says(Person person, String words) {
        return reply(person, words).markdown();
    }

    String whispers(Person person, String words) {
        return commands.run(words, asker(person, Visibility.PRIVATE)).markdown();
    }

    /// Somebody looks at its page now.
    void finds(LinkId id, Health.Found found) {
        store.looks().ask(List.of(id), NOW);
        var lease = store.looks().take(1, NOW, Duration.ofMinutes(1)).getFirst();
        var health = link(id).health().after(NOW, found, Optional.empty(), Optional.empty());
        store.looks().done(lease, health, Optional.empty());
    }

    Link link(LinkId id) {
        return repository.link(id).orElseThrow();
    }

    @Override
    public Drafted draft(Optional<Period> period, boolean pickedOnly, boolean forEditor) {
        var text =
                "%s %s%s"
                        .formatted(
                                period.map(Period::label).orElse("open"),
                                pickedOnly ? "picked" : "all",
                                forEditor ? " editor" : "");
        return form -> form + ": " + text;
    }

    @Override
    public Frozen freeze(boolean pickedOnly, Instant time) {
        var open = repository.links(repository.newest(new Index.Open(), 0, 1_000));
        var items =
                open.stream()
                        .filter(link ->
                                link.curation().isTaken()
                                        || (!pickedOnly && Standing.of(link) == Standing.NEW))
                        .toList();
        var letGo =
                open.stream()
                        .filter(link ->
                                !items.contains(link)
                                        && link.curation().state() != State.HELD
                                        && link.lastShared()
                                                .isBefore(time.minusSeconds(14 * 86_400L)))
                        .toList();
        var words = repository.issueWords();
        var title = words.of(IssueField.TITLE).orElse("Issue " + words.number());
        return new Frozen(
                words,
                title,
                items,
                letGo,
                Map.of(
                        DraftForm.MARKDOWN,
                        "# %s: é \u2028 \uD83D\uDCA1 \\u0000 \"'\n".formatted(title),
                        DraftForm.HTML,
                        "<p>" + title,
                        DraftForm.TEXT,
                        title,
                        DraftForm.JSON,
                        Json.object().put("title", title).toString()));
    }

    @Override
    public Checked check(Usual usual, Function<LinkId, Optional<String>> lost) {
        return new Checked(
                repository.openIssue(),
                List.of(
                        new Note(
                                Note.Kind.NO_INTRO,
                                List.of(),
                                "There is no intro: write `intro …`.")));
    }

    @Override
    public List<LinkId> order(SectionName section) {
        return repository.links(repository.newest(new Index.Open(), 0, 1_000)).stream()
                .filter(link -> Fixtures.SECTIONS.of(link).equals(section) && !link.isWithdrawn())
                .sorted(
                        Comparator.comparing((Link link) ->
                                        link.curation().rank().orElse(Integer.MAX_VALUE))
                                .thenComparing(Link::firstShared))
                .map(Link::id)
                .toList();
    }

    /// How many links a list has.
    int total(String words) {
        return Json.read(reply(ADA, words).json()).path("total").asInt();
    }
}
