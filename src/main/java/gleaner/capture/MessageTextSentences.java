package gleaner.capture;

import gleaner.capture.MessageTextBlock.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Which words of a paragraph belong to each of its links.
///
/// Lines that hold only URLs divide the paragraph: such a URL belongs to the last sentence above
/// it, or to the first one below where the paragraph begins with a URL. A sentence that is only a
/// URL belongs to the one before it.
final class MessageTextSentences {

    /// After these a single tag is part of what is said.
    private static final Set<String> NEEDING_MORE =
            Set.of(
                    "a", "an", "the", "and", "or", "of", "for", "in", "on", "to", "with", "about",
                    "from", "by", "at", "into", "your", "my", "our", "is", "are", "love", "like",
                    "use", "using", "und", "mit", "für", "von", "et", "de");

    private record Range(int start, int end) {}

    private record Piece(Range range, boolean lone) {}

    private final MessageTextBlock block;
    private final MessageTextExcerpt excerpt;
    private final Sentences bounds;
    private final List<Piece> pieces = new ArrayList<>();
    private @Nullable String last;

    MessageTextSentences(MessageTextBlock block, Sentences bounds) {
        this.block = block;
        this.excerpt = new MessageTextExcerpt(block);
        this.bounds = bounds;
        divide();
    }

    /// Gives each link to the receiver, in order.
    ///
    /// @param above the words before this block, for links that have none of their own in it; may
    ///   be empty
    void findLinks(boolean quoted, Supplier<String> above, Consumer<FoundLink> receiver) {
        int next = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            int end = firstMark(next, piece.range().end());
            List<Mark> marks = block.marks().subList(next, end);
            next = end;
            if (hasLink(marks)) {
                if (piece.lone()) {
                    addLone(i, marks, quoted, above, receiver);
                } else {
                    addSpoken(piece.range(), marks, quoted, receiver);
                }
            }
        }
    }

    /// The last sentence of this block, or empty when it has no words of its own.
    String lastSentence() {
        String found = last;
        if (found == null) {
            Piece spoken = nearest(pieces.size(), -1);
            found =
                    spoken == null
                            ? ""
                            : beginning(lastOf(spoken.range()), MessageText.MAX_SENTENCE);
            last = found;
        }
        return found;
    }

    boolean hasWords() {
        return nearest(pieces.size(), -1) != null;
    }

    /// Whether the block announces what stands below it.
    boolean endsWithColon() {
        int end = trimmed(new Range(0, block.plain().length())).end();
        return end > 0 && ":：".indexOf(block.plain().charAt(end - 1)) >= 0;
    }

    private void divide() {
        List<Integer> lines = block.lines();
        int mark = 0;
        for (int i = 0; i < lines.size(); i++) {
            int end = i + 1 < lines.size() ? lines.get(i + 1) : block.plain().length();
            var range = new Range(lines.get(i), end);
            int after = firstMark(mark, end);
            boolean links = hasLink(block.marks().subList(mark, after));
            mark = after;
            boolean lone = links && !hasWords(range);
            Piece before = pieces.isEmpty() ? null : pieces.getLast();
            if (before != null && before.lone() == lone) {
                pieces.set(
                        pieces.size() - 1, new Piece(new Range(before.range().start(), end), lone));
            } else {
                pieces.add(new Piece(range, lone));
            }
        }
    }

    private static boolean hasLink(List<Mark> marks) {
        for (Mark mark : marks) {
            if (mark.isLink()) {
                return true;
            }
        }
        return false;
    }

    private int firstMark(int from, int place) {
        int index = from;
        while (index < block.marks().size() && block.marks().get(index).start() < place) {
            index++;
        }
        return index;
    }

    private @Nullable Piece nearest(int from, int step) {
        for (int i = from + step; i >= 0 && i < pieces.size(); i += step) {
            if (!pieces.get(i).lone()) {
                return hasWords(pieces.get(i).range()) ? pieces.get(i) : null;
            }
        }
        return null;
    }

    private void addLone(
            int index,
            List<Mark> marks,
            boolean quoted,
            Supplier<String> above,
            Consumer<FoundLink> receiver) {
        Piece before = nearest(index, -1);
        Piece after = pieces.getFirst().lone() || before == null ? nearest(index, 1) : null;
        Range words =
                after != null
                        ? trimmed(sentences(after.range()).getFirst())
                        : before != null ? lastOf(before.range()) : null;
        for (Mark mark : marks) {
            String written = block.markdown(mark.start(), mark.end());
            int room = MessageText.MAX_SENTENCE - written.length() - 1;
            String beside =
                    room < 1
                            ? ""
                            : words == null ? shorter(above.get(), room) : beginning(words, room);
            String sentence =
                    beside.isEmpty()
                            ? written
                            : after != null ? written + " " + beside : beside + " " + written;
            if (mark.isLink()) {
                receiver.accept(new FoundLink(mark.url(), mark.words(), fitting(sentence), quoted));
            }
        }
    }

    private void addSpoken(
            Range piece, List<Mark> marks, boolean quoted, Consumer<FoundLink> receiver) {
        List<Range> sentences = sentences(piece);
        int at = 0;
        Range range = null;
        for (Mark mark : marks) {
            while (sentences.get(at).end() <= mark.start()) {
                at++;
                range = null;
            }
            if (mark.isLink()) {
                range = range == null ? withWords(sentences, at) : range;
                receiver.accept(
                        new FoundLink(mark.url(), mark.words(), around(range, mark), quoted));
            }
        }
    }

    private Range withWords(List<Range> sentences, int index) {
        Range own = trimmed(sentences.get(index));
        if (hasWords(own)) {
            return own;
        }
        if (index > 0) {
            return trimmed(new Range(sentences.get(index - 1).start(), own.end()));
        }
        return index + 1 < sentences.size()
                ? trimmed(new Range(own.start(), sentences.get(index + 1).end()))
                : own;
    }

    private Range lastOf(Range piece) {
        List<Range> sentences = sentences(piece);
        for (int i = sentences.size() - 1; i > 0; i--) {
            Range range = trimmed(sentences.get(i));
            if (hasWords(range)) {
                return range;
            }
        }
        return trimmed(sentences.getFirst());
    }

    /// The sentences of a piece, which they cover; none ends inside a link or code.
    private List<Range> sentences(Range piece) {
        int[] ends = bounds.bounds(block.plain().substring(piece.start(), piece.end()));
        var found = new ArrayList<Range>();
        int start = piece.start();
        int mark = block.firstEndingAfter(start);
        for (int i = 1; i < ends.length; i++) {
            int end = piece.start() + ends[i];
            while (mark < block.marks().size() && block.marks().get(mark).end() <= end) {
                mark++;
            }
            boolean inside = mark < block.marks().size() && block.marks().get(mark).start() < end;
            if (!inside) {
                found.add(new Range(start, end));
                start = end;
            }
        }
        if (start < piece.end() || found.isEmpty()) {
            found.add(new Range(start, piece.end()));
        }
        return found;
    }

    private boolean hasWords(Range range) {
        String plain = block.plain();
        for (int i = range.start(); i < range.end(); i++) {
            char c = plain.charAt(i);
            if (Hashtags.isHash(c)) {
                i = Math.max(i, Hashtags.end(plain, i) - 1);
            } else if (c == MessageTextBlock.CODE
                    || Character.isLetterOrDigit(Character.codePointAt(plain, i))) {
                return true;
            }
        }
        return false;
    }

    /// The range without blanks around it and without the tags that end it.
    private Range trimmed(Range range) {
        int start = range.start();
        while (start < range.end() && block.plain().charAt(start) == ' ') {
            start++;
        }
        int end = withoutBlanks(start, range.end());
        int tags = 0;
        int kept = end;
        while (kept > start) {
            int word = kept;
            while (word > start && block.plain().charAt(word - 1) != ' ') {
                word--;
            }
            int tagEnd = block.plain().charAt(kept - 1) == ',' ? kept - 1 : kept;
            if (!Hashtags.isHash(block.plain().charAt(word))
                    || Hashtags.end(block.plain(), word) != tagEnd) {
                break;
            }
            tags++;
            kept = withoutBlanks(start, word);
        }
        boolean spoken = tags == 0 || kept == start || (tags == 1 && needsMore(start, kept));
        return new Range(start, spoken ? end : kept);
    }

    private int withoutBlanks(int start, int end) {
        int at = end;
        while (at > start && block.plain().charAt(at - 1) == ' ') {
            at--;
        }
        return at;
    }

    private boolean needsMore(int start, int end) {
        int word = block.plain().lastIndexOf(" ", end - 1) + 1;
        return NEEDING_MORE.contains(
                block.plain().substring(Math.max(start, word), end).toLowerCase(Locale.ROOT));
    }

    private String beginning(Range range, int most) {
        return excerpt.beginning(range.start(), range.end(), most);
    }

    private String around(Range range, Mark link) {
        return MessageTextExcerpt.inline(excerpt.around(range.start(), range.end(), link));
    }

    private static String shorter(String words, int most) {
        return words.length() <= most ? words : "";
    }

    private static String fitting(String sentence) {
        return sentence.length() <= MessageText.MAX_SENTENCE
                ? MessageTextExcerpt.inline(sentence)
                : "";
    }
}
