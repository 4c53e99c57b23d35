package gleaner.slack;

import java.time.Clock;
import tools.jackson.databind.JsonNode;

/// What Slack tells of channels, people and Gleaner's own place there: nothing is collected from
/// it.
final class SlackNews {

    private final SlackDirectory directory;
    private final Marks marks;
    private final Self self;
    private final SlackTroubles troubles;
    private final Clock clock;

    SlackNews(
            SlackDirectory directory, Marks marks, Self self, SlackTroubles troubles, Clock clock) {
        this.directory = directory;
        this.marks = marks;
        this.self = self;
        this.troubles = troubles;
        this.clock = clock;
    }

    void tell(JsonNode event) {
        var channel = event.path("channel");
        var id = channel.path("id").asString(channel.asString(""));
        switch (event.path("type").asString("")) {
            case "channel_rename",
                    "group_rename",
                    "channel_archive",
                    "channel_unarchive",
                    "group_archive" ->
                    directory.forget(id);
            case "user_change" -> directory.forget(event.path("user").path("id").asString(""));
            case "member_joined_channel" -> {
                if (self.isUser(event.path("user").asString(""))) {
                    directory.forget(id);
                    marks.joined(id, clock.instant());
                }
            }
            case "tokens_revoked" ->
                    troubles.tell(new SlackFailure("events", "token_revoked", ""), "");
            case "app_uninstalled" ->
                    troubles.tell(new SlackFailure("events", "account_inactive", ""), "");
            default -> {
                // A message or a reaction, or something that is of no interest here.
            }
        }
    }
}
