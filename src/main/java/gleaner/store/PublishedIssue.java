package gleaner.store;

import java.time.Instant;

/// A line about a published issue.
///
/// @param items how many links ran in it
public record PublishedIssue(int number, String title, Instant at, int items) {}
