/// Slack as a channel: what its platform sends becomes events, answers go back; Slack's types never
/// leave it, and it knows nothing of links or of Redis.
@NullMarked
package gleaner.slack;

import org.jspecify.annotations.NullMarked;
