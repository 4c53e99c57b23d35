package gleaner.importing;

/// What is wrong at one place of an archive, for the person who can mend it.
///
/// @param file the archive's name, or the path of a file within it
/// @param line counted from 1; 0 where it is about the whole file
/// @param sentence what was found, what became of it, what to do
public record Problem(String file, long line, String sentence) {

    /// `week.jsonl:12: the sentence`
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + sentence;
    }
}
