/// Slack as a channel: what its platform sends becomes events; Slack's types never leave it.
@NullMarked
package gleaner.slack;

import org.jspecify.annotations.NullMarked;
