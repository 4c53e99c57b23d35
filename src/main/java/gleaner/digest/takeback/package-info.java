/// What an editor changed in the text of a draft: the text is read as blocks, compared with the
/// outline of the draft that it was made from, and each difference told by what it is about.
/// Nothing is changed here; what has no place is told too.
@NullMarked
package gleaner.digest.takeback;

import org.jspecify.annotations.NullMarked;
