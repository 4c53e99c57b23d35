package gleaner.slack;

import gleaner.news.Event;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What comes of presses, forms and shortcuts that were kept, and of looks at Gleaner's tab.
final class Interactions {

    private final SlackCommands commands;
    private final Homes homes;
    private final Interviewing interviewing;
    private final KeptThreads threads;

    Interactions(
            SlackCommands commands, Homes homes, Interviewing interviewing, KeptThreads threads) {
        this.commands = commands;
        this.homes = homes;
        this.interviewing = interviewing;
        this.threads = threads;
    }

    /// The events of what was kept; none where it was none of these.
    List<Event> of(JsonNode entry, Instant at) {
        if (entry.has("press")) {
            return Press.of(entry.path("press"))
                    .<List<Event>>map(press -> List.of(commands.press(press, at)))
                    .orElseGet(List::of);
        }
        if (entry.has("view")) {
            return List.of(commands.submission(Submission.of(entry.path("view")), at));
        }
        if (entry.has("thread")) {
            interviewing.keep(entry.path("thread"), at);
        }
        return List.of();
    }

    /// Looks whether an event asks for something else than collecting.
    void tell(JsonNode event) {
        switch (event.path("type").asString("")) {
            case "app_home_opened" -> {
                if (!event.path("tab").asString("home").equals("messages")) {
                    homes.show(event.path("user").asString(""), "");
                }
            }
            case "message" -> threads.follow(event);
            default -> {
                // Of no interest here.
            }
        }
    }
}
