/// Tests of making drafts.
@NullMarked
package gleaner.digest.drafting;

import org.jspecify.annotations.NullMarked;
