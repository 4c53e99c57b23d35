package gleaner.digest;

import gleaner.digest.Draft.Part;
import gleaner.news.Link;
import gleaner.news.Period;
import gleaner.news.Section;
import gleaner.news.SectionName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes drafts: chooses among the candidates, puts them in order, finds each one's words and
/// attribution.
///
/// It is pure, and may be used by several threads: the same candidates in any order give the same
/// draft.
public final class Drafter {

    private final DraftStyle style;

    public Drafter(DraftStyle style) {
        this.style = style;
    }

    /// A draft for which no editor wrote a title, an intro or a sign-off yet.
    public Draft draft(
            int issue, Optional<Period> period, List<Link> candidates, boolean pickedOnly) {
        return draft(issue, period, EditorWords.NONE, candidates, pickedOnly);
    }

    /// A draft of the candidates that are neither skipped, held, withdrawn nor run already; links
    /// that were only shared in private stand in it if an editor took them, without a sharer's
    /// words.
    ///
    /// @param candidates all of them: the period names the draft, it filters nothing
    /// @param pickedOnly whether only links that an editor took are wanted
    public Draft draft(
            int issue,
            Optional<Period> period,
            EditorWords words,
            List<Link> candidates,
            boolean pickedOnly) {
        var chosen = candidates.stream().filter(link -> Choice.isWanted(link, pickedOnly)).toList();
        var label = period.map(Period::label).orElseGet(() -> Span.label(chosen, style));
        var stories =
                Stories.of(
                        SideBySide.of(chosen)
                                .map(link -> Choice.of(link, style.sections().of(link)))
                                .toList());
        var bySection = new HashMap<SectionName, List<Story>>();
        stories.forEach(story ->
                bySection.computeIfAbsent(story.section(), _ -> new ArrayList<>()).add(story));
        var inOrder = new ArrayList<Story>();
        var parts = parts(bySection, inOrder);
        return new Draft(
                style,
                issue,
                heading(issue, label, words),
                label,
                words.intro().map(ProseReader::paragraphs).orElse(List.of()),
                parts,
                words.signOff().map(ProseReader::paragraphs).orElse(List.of()),
                Checks.of(inOrder, parts.stream().anyMatch(Part::isLead), words));
    }

    private List<Part> parts(Map<SectionName, List<Story>> bySection, List<Story> inOrder) {
        var parts = new ArrayList<Part>();
        for (var section : style.sections().inOrder()) {
            var here = bySection.getOrDefault(section.name(), List.of());
            if (!here.isEmpty()) {
                var isLead = isLead(section);
                var items = SideBySide.of(here).map(Story::item).toList();
                parts.add(new Part(section.name(), section.heading(), isLead, items));
                inOrder.addAll(here);
            }
        }
        return parts;
    }

    /// The lead, or a section that an editor made for this issue: paragraphs, as the lead has them.
    private boolean isLead(Section section) {
        return section.isOwn() || section.name().equals(style.sections().lead());
    }

    private Prose heading(int issue, String label, EditorWords words) {
        return words.title()
                .map(ProseReader::read)
                .filter(title -> !title.isEmpty())
                .orElseGet(() -> Prose.plain(style.wording().titled(issue, label)));
    }
}
