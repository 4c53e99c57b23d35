/// The publishers as they really are, over sockets, and what Gleaner makes of them.
@NullMarked
package gleaner.publishing;

import org.jspecify.annotations.NullMarked;
