/// What reaches the log: Logback's converters that keep secrets and needless stack traces out of
/// it.
@NullMarked
package gleaner.app.logging;

import org.jspecify.annotations.NullMarked;
