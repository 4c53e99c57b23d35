package gleaner.page;

/// Ends a fetch from within.
final class FetchEnd extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient FetchFailure failure;

    FetchEnd(FetchFailure failure) {
        super(failure.sentence(), null, false, false);
        this.failure = failure;
    }

    FetchFailure failure() {
        return failure;
    }
}
