package gleaner.app;

import gleaner.app.config.Config;
import gleaner.capture.LinkKeys;
import gleaner.capture.Trackers;
import gleaner.command.DraftForm;
import gleaner.command.DraftMaker;
import gleaner.command.DraftTexts;
import gleaner.command.Frozen;
import gleaner.command.KeptDraft;
import gleaner.digest.Draft;
import gleaner.digest.Format;
import gleaner.digest.check.Readiness;
import gleaner.digest.check.Tracked;
import gleaner.digest.check.Usual;
import gleaner.digest.takeback.DraftChanges;
import gleaner.digest.takeback.DraftOutline;
import gleaner.news.IssueWords;
import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.news.Period;
import gleaner.news.SectionName;
import gleaner.news.State;
import gleaner.store.Interviews;
import gleaner.store.Notes;
import gleaner.store.Repository;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Drafts of the open issue: the store's links and what editors wrote, put before the drafter in
/// the configured style.
final class OpenIssue implements DraftMaker, DraftTexts {

    /// So long an editor may work on a draft's text.
    private static final Duration KEPT = Duration.ofDays(30);

    private static final int LONGEST_KEPT = 8_000_000;

    private final Repository repository;
    private final Notes notes;
    private final Config config;
    private final Rechecks rechecks;
    private final Trackers trackers = new Trackers(new LinkKeys());
    private final IssueDrafts drafts;

    /// @param notes where what was handed out to be edited is kept for a while
    /// @param rechecks has the links looked at before somebody reads a draft of theirs
    OpenIssue(
            Repository repository,
            Interviews interviews,
            Notes notes,
            Config config,
            Rechecks rechecks) {
        this.repository = repository;
        this.notes = notes;
        this.config = config;
        this.rechecks = rechecks;
        this.drafts = new IssueDrafts(repository, interviews, config);
    }

    @Override
    public Drafted draft(Optional<Period> period, boolean picked, boolean forEditor) {
        var made = drafts.made(period, picked);
        var looked =
                period.isEmpty() && rechecks.before(made.draft().links(), forEditor)
                        ? drafts.made(period, picked)
                        : made;
        return form ->
                form == DraftForm.MARKDOWN && forEditor
                        ? forEditor(looked)
                        : looked.draft().render(format(form), forEditor);
    }

    /// With a line that says what it was made from, so that an editor's changes can be taken back.
    ///
    /// A team's own template may show a draft in a way that cannot be read back: then there is
    /// none.
    private String forEditor(IssueDrafts.Made made) {
        var draft = made.draft();
        var text = draft.render(Format.MARKDOWN, true);
        var drafted = new HashSet<>(draft.links());
        var outline = DraftOutline.of(draft);
        var kept =
                KeptDraft.of(
                        outline,
                        made.words(),
                        made.candidates().stream()
                                .filter(link -> drafted.contains(link.id()))
                                .toList());
        var written = kept.write();
        if (written.length() > LONGEST_KEPT || !isReadable(outline, text, made.words())) {
            return text;
        }
        var reference = kept.reference();
        notes.keep(reference, written, KEPT);
        return text + "\n" + DraftChanges.referenceLine(reference) + "\n";
    }

    private boolean isReadable(DraftOutline outline, String text, IssueWords words) {
        return DraftChanges.between(
                        outline,
                        text,
                        words.in(config.sections()),
                        drafts.also(),
                        _ -> Optional.empty())
                .isEmpty();
    }

    @Override
    public Optional<KeptDraft> kept(String reference) {
        return notes.kept(reference).map(KeptDraft::read);
    }

    @Override
    public Now now() {
        var words = repository.issueWords();
        var candidates = drafts.candidates(Optional.empty());
        var draft = drafts.draft(words, Optional.empty(), candidates, false);
        return new Now(
                words,
                words.in(config.sections()),
                candidates,
                DraftOutline.of(draft),
                drafts.also());
    }

    @Override
    public DraftOutline as(IssueWords words, Collection<Link> changed) {
        var links = new LinkedHashMap<LinkId, Link>();
        drafts.candidates(Optional.empty()).forEach(link -> links.put(link.id(), link));
        changed.forEach(link -> links.put(link.id(), link));
        return DraftOutline.of(
                drafts.draft(words, Optional.empty(), List.copyOf(links.values()), false));
    }

    @Override
    public List<LinkId> order(SectionName section) {
        return open(false).order(section);
    }

    @Override
    public Checked check(Usual usual, Function<LinkId, Optional<String>> lost) {
        var draft = looked(false, true);
        var reasons = new HashMap<LinkId, String>();
        draft.links().forEach(id -> lost.apply(id).ifPresent(reason -> reasons.put(id, reason)));
        return new Checked(draft.number(), Readiness.of(draft, reasons, tracked(draft), usual));
    }

    private Map<LinkId, Tracked> tracked(Draft draft) {
        var tracked = new HashMap<LinkId, Tracked>();
        for (var part : draft.parts()) {
            for (var item : part.items()) {
                for (int i = 0; i < item.links().size(); i++) {
                    var id = item.links().get(i);
                    trackers.in(item.urls().get(i))
                            .ifPresent(found ->
                                    tracked.put(id, new Tracked(found.names(), found.without())));
                }
            }
        }
        return tracked;
    }

    @Override
    public Frozen freeze(boolean picked, Instant time) {
        var words = repository.issueWords();
        var candidates = drafts.candidates(Optional.empty());
        var draft = drafts.draft(words, Optional.empty(), candidates, picked);
        var byId = candidates.stream().collect(Collectors.toMap(Link::id, Function.identity()));
        var items =
                draft.links().stream()
                        .distinct()
                        .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                        .toList();
        var running = new HashSet<>(draft.links());
        var since = time.minus(Duration.ofDays(config.digest().letGoAfterDays()));
        var letGo =
                candidates.stream()
                        .filter(link ->
                                !running.contains(link.id())
                                        && isUndecided(link)
                                        && link.lastShared().isBefore(since))
                        .toList();
        var forms = new EnumMap<DraftForm, String>(DraftForm.class);
        Arrays.stream(DraftForm.values())
                .forEach(form -> forms.put(form, draft.render(format(form), false)));
        return new Frozen(words, draft.title(), items, letGo, forms);
    }

    private static boolean isUndecided(Link link) {
        return link.curation().state() == State.NEW || link.curation().state() == State.SKIPPED;
    }

    private Draft open(boolean picked) {
        return drafts.made(Optional.empty(), picked).draft();
    }

    /// The open issue once its links have been looked at again, as far as there was time.
    private Draft looked(boolean picked, boolean forEditor) {
        var draft = open(picked);
        return rechecks.before(draft.links(), forEditor) ? open(picked) : draft;
    }

    private static Format format(DraftForm form) {
        return switch (form) {
            case MARKDOWN -> Format.MARKDOWN;
            case HTML -> Format.HTML;
            case TEXT -> Format.TEXT;
            case JSON -> Format.JSON;
        };
    }
}
