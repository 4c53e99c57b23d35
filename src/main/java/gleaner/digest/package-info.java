/// The draft: choosing, ordering, blurbs, attribution, checks; and the renderers. No I/O, no store,
/// no clock.
@NullMarked
package gleaner.digest;

import org.jspecify.annotations.NullMarked;
