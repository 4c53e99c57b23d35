/// Whether a draft is ready to go out: what is usual for it, what is missing.
@NullMarked
package gleaner.digest.check;

import org.jspecify.annotations.NullMarked;
