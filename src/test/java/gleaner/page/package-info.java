/// Tests of reading a page.
@NullMarked
package gleaner.page;

import org.jspecify.annotations.NullMarked;
