/// The domain: links, shares, people, tags, sections, items, and what happens to them; records and
/// sealed types, no I/O.
@NullMarked
package gleaner.news;

import org.jspecify.annotations.NullMarked;
