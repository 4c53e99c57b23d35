/// Tests of whether a draft is ready.
@NullMarked
package gleaner.digest.check;

import org.jspecify.annotations.NullMarked;
