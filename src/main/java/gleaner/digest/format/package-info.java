/// A draft in each of its formats: Markdown, HTML and plain text by templates, and JSON.
@NullMarked
package gleaner.digest.format;

import org.jspecify.annotations.NullMarked;
