/// What a linked page says of itself, out of its bytes: title, people, publisher and the like.
/// Nothing here knows the store or a channel, and reading a page makes no request.
@NullMarked
package gleaner.page;

import org.jspecify.annotations.NullMarked;
