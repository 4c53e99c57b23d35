/// Reading a linked page: the guarded fetcher, metadata, author and publisher; knows nothing of chat.
@NullMarked
package gleaner.page;

import org.jspecify.annotations.NullMarked;
