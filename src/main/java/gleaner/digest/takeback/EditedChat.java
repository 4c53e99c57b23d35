package gleaner.digest.takeback;

import gleaner.digest.Listing;
import gleaner.digest.Paragraph;
import gleaner.digest.Picture;
import gleaner.digest.Piece;
import gleaner.digest.prose.Prose;
import gleaner.digest.prose.Run;
import gleaner.digest.takeback.DraftChanges.ChatEdit;
import gleaner.digest.takeback.DraftChanges.TurnEdit;
import gleaner.digest.takeback.DraftOutline.Block;
import gleaner.digest.takeback.DraftOutline.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The interview of an edited draft: a paragraph in bold asks, any other answers, and one that is
/// as it was belongs to the turn that it belonged to.
final class EditedChat {

    /// A paragraph of the draft.
    ///
    /// @param number of its turn, 0 for the introduction
    private record Said(Piece piece, int number, boolean isQuestion, String speaker) {}

    /// A turn in the making.
    private static final class Turn {

        final boolean isQuestion;
        final Optional<String> speaker;
        final List<Piece> words = new ArrayList<>();
        int from;

        Turn(boolean isQuestion, Optional<String> speaker) {
            this.isQuestion = isQuestion;
            this.speaker = speaker;
        }
    }

    /// A name before what somebody says is at most so long, in characters.
    private static final int LONGEST_NAME = 60;

    private final List<Said> before = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Function<List<Piece>, String> written;

    /// @param written pieces as an editor's Markdown
    EditedChat(DraftOutline base, EditedWords words, Function<List<Piece>, String> written) {
        this.written = written;
        base.of(Kind.CHAT_INTRO)
                .forEach(block -> before.add(new Said(words.own(block.markdown()), 0, false, "")));
        for (var block : base.of(Kind.TURN)) {
            before.add(said(block, words));
        }
        before.forEach(said -> names.add(said.speaker()));
        names.remove("");
    }

    private static Said said(Block block, EditedWords words) {
        var scope = block.scope();
        int space = scope.indexOf(' ');
        return new Said(
                words.own(block.markdown()),
                Integer.parseInt(scope.substring(1, space < 0 ? scope.length() : space)),
                scope.startsWith("Q"),
                space < 0 ? "" : scope.substring(space + 1));
    }

    List<Piece> before() {
        return before.stream().map(Said::piece).toList();
    }

    /// What is other than it was; empty where nothing is.
    Optional<ChatEdit> edit(Optional<String> title, List<Piece> after) {
        if (Sameness.of(after).equals(Sameness.of(before()))) {
            return title.map(words ->
                    new ChatEdit(
                            false, false, Optional.of(words), Optional.empty(), Optional.empty()));
        }
        named(after);
        var same = same(after);
        int at = 0;
        while (at < after.size() && isIntro(after.get(at), same[at])) {
            at++;
        }
        var intro = after.subList(0, at);
        var introBefore = ofTurn(0);
        var turns = turns(after, same, at);
        return Optional.of(
                new ChatEdit(
                        before.isEmpty(),
                        false,
                        title,
                        Sameness.of(intro).equals(Sameness.of(introBefore))
                                ? Optional.empty()
                                : Optional.of(written.apply(intro)),
                        edits(turns)));
    }

    /// Where several people answer, drafts have the name of each before what is said; of one alone
    /// they have none, and what looks like it is words.
    private void named(List<Piece> after) {
        for (var isLoud : List.of(true, false)) {
            var found = new HashSet<String>();
            for (var piece : after) {
                if (piece instanceof Paragraph(var prose) && isLoud(prose) == isLoud) {
                    nameIn(prose).ifPresent(found::add);
                }
            }
            if (found.size() > 1) {
                names.addAll(found);
            }
        }
    }

    private static Optional<String> nameIn(Prose prose) {
        if (prose.isEmpty() || !prose.runs().getFirst().strong()) {
            return Optional.empty();
        }
        var first = prose.runs().getFirst().text();
        int colon = first.indexOf(':');
        return Optional.of(first.substring(0, Math.max(0, colon)).strip())
                .filter(name -> !name.isEmpty() && name.length() <= LONGEST_NAME);
    }

    private boolean isIntro(Piece piece, int same) {
        return same >= 0
                ? before.get(same).number() == 0
                : !isLoud(piece) && named(piece).isEmpty();
    }

    private List<Piece> ofTurn(int number) {
        return before.stream().filter(said -> said.number() == number).map(Said::piece).toList();
    }

    private List<Turn> turns(List<Piece> after, int[] same, int from) {
        var turns = new ArrayList<Turn>();
        for (int i = from; i < after.size(); i++) {
            var piece = after.get(i);
            var known = same[i] >= 0 ? Optional.of(before.get(same[i])) : Optional.<Said>empty();
            var name = named(piece);
            var goesOn = !turns.isEmpty() && name.isEmpty();
            var isQuestion =
                    known.filter(said -> said.number() > 0)
                            .map(Said::isQuestion)
                            .orElseGet(() ->
                                    (piece instanceof Picture && !turns.isEmpty())
                                            ? turns.getLast().isQuestion
                                            : isLoud(piece));
            int number = known.map(Said::number).orElse(0);
            if (goesOn) {
                var open = turns.getLast();
                goesOn =
                        open.isQuestion == isQuestion
                                && (number == 0 || open.from == 0 || open.from == number);
            }
            if (!goesOn) {
                turns.add(new Turn(isQuestion, name));
            }
            var turn = turns.getLast();
            if (number > 0 && turns.stream().noneMatch(other -> other.from == number)) {
                turn.from = turn.from == 0 ? number : turn.from;
            }
            turn.words.add(piece);
        }
        pair(turns);
        return turns;
    }

    /// A turn that has other words now is the one of its kind that stood at its place.
    private void pair(List<Turn> turns) {
        var used = new HashSet<Integer>();
        turns.forEach(turn -> used.add(turn.from));
        int last = 0;
        for (int i = 0; i < turns.size(); i++) {
            var turn = turns.get(i);
            if (turn.from == 0) {
                int next = Integer.MAX_VALUE;
                for (int j = i + 1; j < turns.size() && next == Integer.MAX_VALUE; j++) {
                    next = turns.get(j).from > 0 ? turns.get(j).from : next;
                }
                for (var said : before) {
                    if (said.number() > last
                            && said.number() < next
                            && said.isQuestion() == turn.isQuestion
                            && used.add(said.number())) {
                        turn.from = said.number();
                        break;
                    }
                }
            }
            last = Math.max(last, turn.from);
        }
    }

    private Optional<List<TurnEdit>> edits(List<Turn> turns) {
        var edits = new ArrayList<TurnEdit>();
        var isSame = true;
        for (var turn : turns) {
            var isAsItWas =
                    turn.from > 0 && Sameness.of(turn.words).equals(Sameness.of(ofTurn(turn.from)));
            isSame &= isAsItWas && turn.from == edits.size() + 1;
            edits.add(
                    new TurnEdit(
                            turn.from,
                            turn.isQuestion,
                            turn.speaker,
                            isAsItWas ? Optional.empty() : Optional.of(text(turn))));
        }
        var count = before.stream().mapToInt(Said::number).max().orElse(0);
        return isSame && edits.size() == count ? Optional.empty() : Optional.of(edits);
    }

    private String text(Turn turn) {
        var words = new ArrayList<Piece>();
        for (var piece : turn.words) {
            if (piece instanceof Paragraph(var prose)) {
                var own = named(piece).isPresent() ? withoutName(prose) : prose;
                words.add(new Paragraph(turn.isQuestion ? quiet(own) : own));
            } else if (turn.isQuestion && piece instanceof Listing(var is, var points)) {
                words.add(new Listing(is, points.stream().map(EditedChat::quiet).toList()));
            } else {
                words.add(piece);
            }
        }
        return written.apply(words);
    }

    private static Prose withoutName(Prose prose) {
        return prose.slice(prose.text().indexOf(':') + 1, prose.text().length());
    }

    private static Prose quiet(Prose prose) {
        return Prose.of(
                prose.runs().stream()
                        .map(run ->
                                run.note().isPresent()
                                        ? run
                                        : new Run(
                                                run.text(),
                                                run.emphasis(),
                                                false,
                                                run.code(),
                                                run.href()))
                        .toList());
    }

    private Optional<String> named(Piece piece) {
        return names.isEmpty() || !(piece instanceof Paragraph(var prose))
                ? Optional.empty()
                : nameIn(prose).filter(names::contains);
    }

    private boolean isLoud(Piece piece) {
        if (piece instanceof Listing(_, var points)) {
            return points.stream().allMatch(EditedChat::isLoud);
        }
        if (!(piece instanceof Paragraph(var prose))) {
            return false;
        }
        return isLoud(named(piece).isPresent() ? withoutName(prose) : prose);
    }

    /// Whether all of it is in bold, as a question is.
    static boolean isLoud(Prose words) {
        return !words.isEmpty()
                && words.runs().stream()
                        .allMatch(run -> run.strong() || run.note().isPresent() || isSpace(run));
    }

    private static boolean isSpace(Run run) {
        return run.text().isBlank();
    }

    /// Of each paragraph which one of before it is, -1 for none: the longest common sequence.
    private int[] same(List<Piece> after) {
        var old = Sameness.of(before());
        var now = Sameness.of(after);
        var same = new int[now.size()];
        java.util.Arrays.fill(same, -1);
        if ((long) old.size() * now.size() > 4_000_000) {
            Map<Piece, Integer> first = new HashMap<>();
            for (int i = old.size() - 1; i >= 0; i--) {
                first.put(old.get(i), i);
            }
            for (int i = 0; i < same.length; i++) {
                same[i] = first.getOrDefault(now.get(i), -1);
            }
            return same;
        }
        var length = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                length[i][j] =
                        old.get(i).equals(now.get(j))
                                ? length[i + 1][j + 1] + 1
                                : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < old.size() && j < now.size()) {
            if (old.get(i).equals(now.get(j))) {
                same[j++] = i++;
            } else if (length[i + 1][j] >= length[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return same;
    }
}
