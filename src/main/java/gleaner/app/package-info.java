/// Config, wiring, lifecycle and the command line: the one place that knows everybody.
@NullMarked
package gleaner.app;

import org.jspecify.annotations.NullMarked;
