package gleaner.store;

import gleaner.news.Event;

/// An event on its way in, and where answers to it go.
///
/// @param address the outbox of whoever sent it: `slack`, `mastodon`, `terminal-k3f9x`, `import-…`
/// @param history whether it happened long ago (an import): shares are counted, not acknowledged
///   one by one
public record Delivery(Event event, String address, boolean history) {}
