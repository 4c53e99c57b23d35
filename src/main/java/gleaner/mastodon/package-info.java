/// Mastodon, and whatever speaks its API, as a channel: statuses become events, replies become
/// statuses; HTML, HTTP and ids of the platform never leave it. What it must keep, it keeps through
/// ports that others fill.
@NullMarked
package gleaner.mastodon;

import org.jspecify.annotations.NullMarked;
