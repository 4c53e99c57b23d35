package gleaner.command;

import java.util.List;
import java.util.Optional;

/// What is done to the interview of the open issue. Turns are numbered from 1.
public sealed interface ChatAct {

    /// Shows it with its turns' numbers.
    record Show() implements ChatAct {}

    /// Lists the threads that were kept.
    record Threads() implements ChatAct {}

    /// Is about the thread in which it is said; a channel that can read threads has kept it by
    /// then.
    ///
    /// @param isTaken whether the interview is made of it; else it is only told what was kept
    record ThisThread(boolean isTaken) implements ChatAct {}

    /// Makes it of a thread that was kept.
    ///
    /// @param thread its id, or its number in the list
    record Take(String thread) implements ChatAct {}

    /// Makes it of pasted text.
    ///
    /// @param isMore whether its turns come after those that there are
    record Paste(String text, boolean isMore) implements ChatAct {}

    record Title(Optional<String> words) implements ChatAct {}

    /// Writes what stands before the first turn.
    ///
    /// @param isMore whether it is a further paragraph
    record Intro(Optional<String> words, boolean isMore) implements ChatAct {}

    record Cut(List<Integer> turns) implements ChatAct {}

    /// Cuts all others.
    record Keep(List<Integer> turns) implements ChatAct {}

    /// Changes the order.
    ///
    /// @param target the turn before or after which they are to stand
    record Move(List<Integer> turns, boolean isBefore, int target) implements ChatAct {}

    record Turn(int turn, String words) implements ChatAct {}

    /// Gives a speaker another name.
    record Rename(String from, String to) implements ChatAct {}

    /// Makes questions of answers, and answers of questions.
    ///
    /// @param turns all of them where it is empty
    record Swap(List<Integer> turns) implements ChatAct {}

    record Remove() implements ChatAct {}
}
