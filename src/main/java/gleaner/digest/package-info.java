/// The draft: what stands in an issue, in its order, as records that every room beside this one
/// shares. No I/O, no store, no clock.
///
/// The rooms: `drafting` makes a draft of links, `format` writes it out, `check` says whether it is
/// ready, `takeback` finds what an editor changed in its text, and `prose` is words with marks.
/// They know this one and this one knows `prose` only.
@NullMarked
package gleaner.digest;

import org.jspecify.annotations.NullMarked;
