/// Plain characters and addresses as Markdown that means the same, for every channel; no I/O, no
/// platform's markup.
@NullMarked
package gleaner.markdown;

import org.jspecify.annotations.NullMarked;
