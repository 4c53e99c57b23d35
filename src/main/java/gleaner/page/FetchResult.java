package gleaner.page;

/// What became of a fetch: the page, or why there is none.
public sealed interface FetchResult permits Fetched, FetchFailure {}
