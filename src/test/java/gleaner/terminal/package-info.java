@NullMarked
package gleaner.terminal;

import org.jspecify.annotations.NullMarked;
