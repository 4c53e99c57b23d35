package gleaner.digest.takeback;

import gleaner.digest.Paragraph;
import gleaner.digest.Piece;
import gleaner.digest.prose.Prose;
import gleaner.digest.takeback.DraftChanges.Unplaced;
import gleaner.digest.takeback.DraftOutline.Block;
import gleaner.digest.takeback.DraftOutline.Entry;
import gleaner.digest.takeback.DraftOutline.Kind;
import gleaner.digest.takeback.EditedDraft.Part;
import gleaner.news.LinkId;
import gleaner.news.SectionName;
import gleaner.news.Sections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whose each heading of an edited draft is: by its words; if it has other words, by what stands
/// below it.
final class Headings {

    /// What a part of the text is.
    sealed interface Whose {

        record Intro() implements Whose {}

        record Of(SectionName section) implements Whose {}

        /// The interview.
        ///
        /// @param title where it is another one
        record Talk(Optional<String> title) implements Whose {}

        record SignOff() implements Whose {}

        record Notes() implements Whose {}

        record Nobody(String why) implements Whose {}
    }

    private final List<Block> open = new ArrayList<>();
    private final Map<LinkId, SectionName> sectionOf = new HashMap<>();
    private final EditedWords oldWords;
    private final Sections sections;
    private final Set<Piece> talk = new HashSet<>();
    private final Set<Piece> last = new HashSet<>();
    private final Map<SectionName, String> renamed = new LinkedHashMap<>();
    private final Map<SectionName, String> made = new LinkedHashMap<>();

    Headings(DraftOutline base, EditedWords oldWords, Sections sections) {
        this.oldWords = oldWords;
        this.sections = sections;
        for (var block : base.blocks()) {
            switch (block.kind()) {
                case CHAT -> {
                    hasTalk = true;
                    open.add(block);
                }
                case SECTION, SIGN_OFF, NOTES -> open.add(block);
                case CHAT_INTRO, TURN -> talk.add(Sameness.of(oldWords.own(block.markdown())));
                case CLOSING, ENDING -> last.add(Sameness.of(oldWords.own(block.markdown())));
                case TITLE, PLACEHOLDER, INTRO, ITEM, MORE, NOTE, FOOTNOTE -> {}
            }
        }
        for (Entry entry : base.entries()) {
            sectionOf.put(entry.leader(), entry.section());
        }
    }

    /// In the order of the parts.
    List<Whose> whose(EditedDraft edited, EditedWords words, Resolving links) {
        var parts = edited.parts();
        var whose = new ArrayList<Optional<Whose>>();
        for (int i = 0; i < parts.size(); i++) {
            whose.add(
                    i == 0 && parts.getFirst().heading().isEmpty()
                            ? Optional.of(new Whose.Intro())
                            : byWords(parts.get(i), words));
        }
        for (int i = 0; i < parts.size(); i++) {
            if (whose.get(i).isEmpty()) {
                whose.set(i, Optional.of(byContent(parts.get(i), words, links)));
            }
        }
        return whose.stream().flatMap(Optional::stream).toList();
    }

    /// Why the heading above the last words is not taken back.
    static final String SIGN_OFF =
            "The heading above the last words is written in config/gleaner.yaml: `digest.closing-heading`.";

    private final List<Unplaced> unplaced = new ArrayList<>();
    private boolean hasTalk;
    private final Map<Prose, Whose> seen = new HashMap<>();

    private Optional<Whose> byWords(Part part, EditedWords words) {
        var heading = Sameness.of(words.prose(part.heading().orElse("")));
        var again = seen.get(heading);
        if (again != null) {
            return Optional.of(again);
        }
        for (var block : open) {
            if (Sameness.of(oldWords.prose(block.markdown())).equals(heading)) {
                open.remove(block);
                var whose = whose(block, Optional.empty());
                seen.put(heading, whose);
                return Optional.of(whose);
            }
        }
        return Optional.empty();
    }

    private static Whose whose(Block block, Optional<String> title) {
        return switch (block.kind()) {
            case CHAT -> new Whose.Talk(title);
            case SIGN_OFF -> new Whose.SignOff();
            case NOTES -> new Whose.Notes();
            case SECTION,
                    TITLE,
                    PLACEHOLDER,
                    INTRO,
                    ITEM,
                    MORE,
                    CHAT_INTRO,
                    TURN,
                    CLOSING,
                    ENDING,
                    NOTE,
                    FOOTNOTE ->
                    new Whose.Of(new SectionName(block.scope()));
        };
    }

    private Whose byContent(Part part, EditedWords words, Resolving links) {
        var title = words.prose(part.heading().orElse("")).text();
        var content = content(part, words, links);
        var renamedOne =
                content.section()
                        .flatMap(name ->
                                open.stream()
                                        .filter(block ->
                                                block.kind() == Kind.SECTION
                                                        && block.scope().equals(name.value()))
                                        .findFirst());
        var known = sections.find(title);
        if (renamedOne.isPresent() && known.isEmpty()) {
            open.remove(renamedOne.get());
            var name = new SectionName(renamedOne.get().scope());
            if (title.isBlank()) {
                stays(renamedOne.get());
            } else {
                renamed.put(name, title);
            }
            return new Whose.Of(name);
        }
        if (content.isTalk()) {
            var block = open.stream().filter(it -> it.kind() == Kind.CHAT).findFirst();
            if (block.isPresent()) {
                open.remove(block.get());
                if (title.isBlank()) {
                    stays(block.get());
                }
                return new Whose.Talk(Optional.of(title).filter(words1 -> !words1.isBlank()));
            }
        }
        if (content.isAsked() && known.isEmpty() && !hasTalk) {
            hasTalk = true;
            return new Whose.Talk(Optional.of(title).filter(words1 -> !words1.isBlank()));
        }
        if (content.isLast()) {
            var block = open.stream().filter(it -> it.kind() == Kind.SIGN_OFF).findFirst();
            if (block.isPresent()) {
                open.remove(block.get());
                unplaced.add(new Unplaced(SIGN_OFF, title.isBlank() ? "(taken away)" : title));
                return new Whose.SignOff();
            }
        }
        if (known.isPresent()) {
            return new Whose.Of(known.get().name());
        }
        var name = SectionName.parse(title);
        if (content.hasItems() && name.isPresent()) {
            made.putIfAbsent(name.get(), title);
            return new Whose.Of(name.get());
        }
        return new Whose.Nobody(
                "There is no section of that name, and no item stands below it that would make one.");
    }

    /// @param section the one of which more items are below the heading than of any other
    /// @param isAsked whether it reads as an interview: questions with answers, none of the items
    private record Content(
            Optional<SectionName> section,
            boolean isTalk,
            boolean isAsked,
            boolean isLast,
            boolean hasItems) {}

    private Content content(Part part, EditedWords words, Resolving links) {
        var counts = new LinkedHashMap<SectionName, Integer>();
        var isTalk = false;
        var isLast = false;
        var hasItems = false;
        var asking = new Asking();
        for (var block : part.blocks()) {
            if (block.type() == EditedDraft.Type.STRANGE) {
                continue;
            }
            var piece = words.piece(block.markdown());
            isTalk |= talk.contains(Sameness.of(piece));
            isLast |= last.contains(Sameness.of(piece));
            if (piece instanceof Paragraph(var prose)) {
                var ids = links.ids(prose);
                asking.read(
                        prose,
                        block.type() == EditedDraft.Type.PARAGRAPH
                                && ids.stream().noneMatch(sectionOf::containsKey));
                hasItems |= !ids.isEmpty() || links.unknown(prose).isPresent();
                ids.stream()
                        .flatMap(id -> Optional.ofNullable(sectionOf.get(id)).stream())
                        .findFirst()
                        .ifPresent(name -> counts.merge(name, 1, Integer::sum));
            }
        }
        var most =
                counts.entrySet().stream()
                        .filter(entry ->
                                open.stream()
                                        .anyMatch(block ->
                                                block.scope().equals(entry.getKey().value())))
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey);
        return new Content(most, isTalk, asking.isAnswered(), isLast, hasItems);
    }

    /// Whether paragraphs are questions and answers, as drafts show them: one in bold asks, one
    /// that is not answers.
    private static final class Asking {

        private boolean isAsked;
        private boolean isAnswered;
        private boolean isOther;

        /// @param isSaid whether somebody may have said it in an interview
        void read(Prose words, boolean isSaid) {
            var isLoud = EditedChat.isLoud(words);
            isAnswered |= isAsked && !isLoud;
            isAsked |= isLoud;
            isOther |= !isSaid;
        }

        boolean isAnswered() {
            return isAnswered && !isOther;
        }
    }

    private void stays(Block heading) {
        unplaced.add(
                new Unplaced(
                        "A heading was taken away, what stands below it was not; it stays.",
                        heading.markdown()));
    }

    List<Unplaced> unplaced() {
        return unplaced;
    }

    Map<SectionName, String> renamed() {
        return renamed;
    }

    Map<SectionName, String> made() {
        return made;
    }
}
