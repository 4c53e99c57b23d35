/// Words to shares: the Markdown of a message, its links and hashtags, and the canonical key; no
/// I/O, nothing of Redis.
@NullMarked
package gleaner.capture;

import org.jspecify.annotations.NullMarked;
