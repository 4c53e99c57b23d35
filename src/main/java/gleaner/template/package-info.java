/// Templates: text with places for what a draft holds, compiled in a sandbox; knows nothing of
/// drafts and is the only one that knows the template engine.
@NullMarked
package gleaner.template;

import org.jspecify.annotations.NullMarked;
