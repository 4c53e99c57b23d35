/// What people can say: the sealed commands, the parser, permissions, what each does, and the
/// reply.
@NullMarked
package gleaner.command;

import org.jspecify.annotations.NullMarked;
