/// Archives as a channel: Slack exports, transcripts and tables become events; knows nothing of
/// links.
@NullMarked
package gleaner.importing;

import org.jspecify.annotations.NullMarked;
