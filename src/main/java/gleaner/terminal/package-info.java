/// The terminal as a channel: the chat, and replies as text or JSON lines; knows nothing of Redis.
@NullMarked
package gleaner.terminal;

import org.jspecify.annotations.NullMarked;
