/// Published issues on their way out: drafts at Buttondown, Ghost and listmonk, files, commits,
/// feeds. Nothing here sends anything to readers, and nothing here decides what is in an issue.
@NullMarked
package gleaner.publishing;

import org.jspecify.annotations.NullMarked;
