/// Tests of words with marks.
@NullMarked
package gleaner.digest.prose;

import org.jspecify.annotations.NullMarked;
