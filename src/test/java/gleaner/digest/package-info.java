/// What tests of drafts share.
@NullMarked
package gleaner.digest;

import org.jspecify.annotations.NullMarked;
