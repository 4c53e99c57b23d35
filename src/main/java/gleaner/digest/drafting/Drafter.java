package gleaner.digest.drafting;

import com.ibm.icu.text.ListFormatter;
import gleaner.digest.Draft;
import gleaner.digest.Draft.Part;
import gleaner.digest.DraftStyle;
import gleaner.digest.Piece;
import gleaner.digest.Talk;
import gleaner.digest.prose.Prose;
import gleaner.digest.prose.ProseReader;
import gleaner.news.Chat;
import gleaner.news.Interview;
import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.news.Period;
import gleaner.news.Section;
import gleaner.news.SectionName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    /// A draft whose words mention no link but candidates.
    public Draft draft(
            int issue,
            Optional<Period> period,
            EditorWords words,
            List<Link> candidates,
            boolean pickedOnly) {
        return draft(issue, period, words, candidates, Map.of(), pickedOnly);
    }

    /// A draft of the candidates that are neither skipped, held, withdrawn nor run already; links
    /// that were only shared in private stand in it if an editor took them, without a sharer's
    /// words.
    ///
    /// @param candidates all of them: the period names the draft, it filters nothing
    /// @param others links that editors' words mention, by the ids by which they do; candidates
    ///   need not be among them
    /// @param pickedOnly whether only links that an editor took are wanted
    public Draft draft(
            int issue,
            Optional<Period> period,
            EditorWords words,
            List<Link> candidates,
            Map<LinkId, Link> others,
            boolean pickedOnly) {
        var texts = new EditorTexts(candidates, others);
        var intro = words.intro().map(it -> texts.pieces(Scope.INTRO, it)).orElse(List.of());
        var chat = words.chat().map(it -> chat(it, texts));
        var signOff = words.signOff().map(it -> texts.pieces(Scope.CLOSING, it)).orElse(List.of());
        var chosen = candidates.stream().filter(link -> Choice.isWanted(link, pickedOnly)).toList();
        var label = period.map(Period::label).orElseGet(() -> Span.label(chosen, style));
        var choices =
                SideBySide.of(chosen)
                        .map(link -> Choice.of(link, style.sections().of(link)))
                        .toList();
        var weave = Weave.of(choices, texts, Scope.ofIssue(words));
        var stories = stories(choices, weave, texts);
        var bySection = new HashMap<SectionName, List<Story>>();
        stories.forEach(story ->
                bySection.computeIfAbsent(story.section(), _ -> new ArrayList<>()).add(story));
        var inOrder = new ArrayList<Story>();
        var parts = parts(bySection, inOrder);
        var notes =
                new ArrayList<>(Checks.of(inOrder, parts.stream().anyMatch(Part::isLead), words));
        chat.ifPresent(part -> parts.add(placeOfChat(parts, words.order()), part));
        notes.addAll(WordNotes.of(words, texts, weave, intro, parts, signOff));
        style.look().problems().stream().map(Draft::templateNote).forEach(notes::add);
        return new Draft(
                style,
                issue,
                heading(issue, label, words),
                label,
                intro,
                parts,
                signOff,
                weave.mentioned(),
                notes);
    }

    private static List<Story> stories(List<Choice> choices, Weave weave, EditorTexts texts) {
        if (weave.isEmpty()) {
            return Stories.of(choices, texts);
        }
        var byId = choices.stream().collect(Collectors.toMap(Choice::id, Function.identity()));
        var stories =
                Stories.of(
                        choices.stream().filter(choice -> !weave.isWoven(choice.id())).toList(),
                        texts);
        for (var story : stories) {
            story.isWoven = weave.leads(story.leader.id());
            weave.in(story.leader.id())
                    .forEach(id -> Optional.ofNullable(byId.get(id)).ifPresent(story.woven::add));
        }
        return stories;
    }

    private List<Part> parts(Map<SectionName, List<Story>> bySection, List<Story> inOrder) {
        var parts = new ArrayList<Part>();
        for (var section : style.sections().inOrder()) {
            var here = bySection.getOrDefault(section.name(), List.of());
            if (!here.isEmpty()) {
                var isLead = isLead(section);
                var items = SideBySide.of(here).map(story -> (Piece) story.item()).toList();
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

    /// The interview stands where an editor put it, behind what is to stand before it; else between
    /// what is told at length and what is told in brief.
    private static int placeOfChat(List<Part> parts, List<SectionName> order) {
        int chat = order.indexOf(Part.CHAT);
        if (chat < 0) {
            return afterLead(parts);
        }
        var before = order.subList(0, chat);
        int at = parts.size();
        while (at > 0 && !before.contains(parts.get(at - 1).name())) {
            at--;
        }
        return at;
    }

    private static int afterLead(List<Part> parts) {
        int at = parts.size();
        while (at > 0 && !parts.get(at - 1).isLead()) {
            at--;
        }
        return at;
    }

    private Part chat(Chat chat, EditorTexts texts) {
        var intro = chat.intro().map(it -> texts.pieces(Scope.CHAT_INTRO, it)).orElse(List.of());
        var turns = new ArrayList<Talk.Turn>();
        for (var turn : chat.turns()) {
            turns.add(
                    new Talk.Turn(
                            turn.kind() == Interview.Kind.QUESTION,
                            chat.speakers(turn.kind()).size() > 1
                                    ? Prose.plain(turn.speaker()).text()
                                    : "",
                            texts.pieces(Scope.turn(turns.size() + 1), turn.text())));
        }
        return new Part(
                Part.CHAT,
                Prose.plain(chat.title().orElseGet(() -> titled(chat))).text(),
                false,
                List.of(new Talk(intro, turns)));
    }

    private String titled(Chat chat) {
        var answering = chat.speakers(Interview.Kind.ANSWER);
        return answering.isEmpty()
                ? style.wording().chatWithoutNames()
                : style.wording()
                        .chat()
                        .replace(
                                "{names}",
                                ListFormatter.getInstance(style.locale()).format(answering));
    }

    private Prose heading(int issue, String label, EditorWords words) {
        return words.title()
                .map(ProseReader::read)
                .filter(title -> !title.isEmpty())
                .orElseGet(() -> Prose.plain(style.wording().titled(issue, label)));
    }
}
