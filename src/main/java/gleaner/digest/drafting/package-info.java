/// Links to a draft: which are wanted, in what order, each one's words and attribution, and what
/// the editors should know of them.
///
/// The checks of what was chosen are here and not in `check`: they look at how it was chosen.
@NullMarked
package gleaner.digest.drafting;

import org.jspecify.annotations.NullMarked;
