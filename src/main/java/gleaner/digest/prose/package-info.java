/// Words with emphasis, links and footnotes: what is read from editors' and strangers' Markdown,
/// and how it is written. Nothing here knows of drafts.
@NullMarked
package gleaner.digest.prose;

import org.jspecify.annotations.NullMarked;
