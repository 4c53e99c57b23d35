/// Tests of the draft.
@NullMarked
package gleaner.digest;

import org.jspecify.annotations.NullMarked;
