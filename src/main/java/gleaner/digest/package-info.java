/// The draft: choosing, ordering, blurbs, attribution, checks; and the renderers.
@NullMarked
package gleaner.digest;

import org.jspecify.annotations.NullMarked;
