package gleaner.command;

import gleaner.news.LinkId;

/// How somebody names a link.
public sealed interface LinkRef {

    /// By its short id: `k3f9`.
    record ById(LinkId id) implements LinkRef {}

    /// By a URL; any that has the same key will do.
    record ByUrl(String url) implements LinkRef {}

    /// By nothing, or by "this": the links of the message that the command answers.
    record Answered() implements LinkRef {}
}
