/// The way in: reads events from the inbox and hands each to capture, the store or a command.
@NullMarked
package gleaner.intake;

import org.jspecify.annotations.NullMarked;
