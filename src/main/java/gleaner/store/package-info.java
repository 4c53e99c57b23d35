/// Redis: the repository, the inbox and outbox streams, scripts, the embedded server; Jedis's types
/// never leave it.
@NullMarked
package gleaner.store;

import org.jspecify.annotations.NullMarked;
