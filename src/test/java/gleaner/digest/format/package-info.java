/// Tests of the formats.
@NullMarked
package gleaner.digest.format;

import org.jspecify.annotations.NullMarked;
