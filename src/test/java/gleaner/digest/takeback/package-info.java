/// Tests of taking an edited draft back.
@NullMarked
package gleaner.digest.takeback;

import org.jspecify.annotations.NullMarked;
