/// Reading a linked page: the guarded fetcher, and what the page says of itself; knows nothing of
/// the store or of chat.
@NullMarked
package gleaner.page;

import org.jspecify.annotations.NullMarked;
