package gleaner.slack;

import gleaner.command.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Replies as text in Slack's markup, cut between lines where one message is too short for them.
final class TextReplies implements SlackReplies {

    /// Slack takes up to 40,000 characters and advises 4,000:
    /// <https://docs.slack.dev/reference/methods/chat.postMessage>.
    private static final int MOST = 3_800;

    @Override
    public List<Said> of(Reply reply) {
        var text =
                reply.isDocument()
                        ? MrkdwnWriter.escaped(reply.markdown())
                        : MrkdwnWriter.of(reply.markdown());
        return parts(text).stream().map(part -> new Said(part, Optional.empty())).toList();
    }

    private static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        var rest = text.strip();
        while (rest.length() > MOST) {
            var end = rest.lastIndexOf("\n\n", MOST);
            end = end > MOST / 2 ? end : rest.lastIndexOf('\n', MOST);
            end = end > MOST / 2 ? end : rest.lastIndexOf(' ', MOST);
            end =
                    end > 0
                            ? end
                            : Character.isHighSurrogate(rest.charAt(MOST - 1)) ? MOST - 1 : MOST;
            parts.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty() || parts.isEmpty()) {
            parts.add(rest.isEmpty() ? "Done." : rest);
        }
        return parts;
    }
}
