package gleaner.digest.format;

/// How far a template moves words to the right.
final class Spaces {

    private static final int MOST = 8;

    private Spaces() {}

    /// The number that an argument is, at most 8; 0 for one that is none.
    static int of(String argument) {
        return argument.length() == 1 && Character.isDigit(argument.charAt(0))
                ? Math.min(argument.charAt(0) - '0', MOST)
                : 0;
    }
}
