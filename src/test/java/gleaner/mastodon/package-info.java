/// A Mastodon of our own over real sockets, and what the channel does with it.
@NullMarked
package gleaner.mastodon;

import org.jspecify.annotations.NullMarked;
