package gleaner.page;

/// Says when enough of a page has been read.
@FunctionalInterface
public interface FetchEnough {

    /// All of it is wanted.
    FetchEnough NEVER = (_, _) -> false;

    /// Asked again and again while bytes come in.
    ///
    /// @param bytes of which the first `length` have come; not to be changed or kept
    boolean isEnough(byte[] bytes, int length);
}
