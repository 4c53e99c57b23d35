package gleaner.slack;

import gleaner.slack.CatchUp.Found;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the editors that Gleaner was away and what it found: `Away 02:00-09:10: 7 links, 1 edit
/// recovered`.
final class Absence {

    private static final Logger log = LoggerFactory.getLogger(Absence.class);
    private static final Duration SHORT = Duration.ofMinutes(10);

    private final SlackApi api;
    private final SlackTroubles troubles;
    private final Optional<String> editorsChannel;
    private final ZoneId zone;

    Absence(SlackApi api, SlackTroubles troubles, Optional<String> editorsChannel, ZoneId zone) {
        this.api = api;
        this.troubles = troubles;
        this.editorsChannel = editorsChannel;
        this.zone = zone;
    }

    /// A short absence in which nothing was missed is not worth a word.
    void tell(Instant from, Instant to, Found found) {
        var sentence = sentence(from, to, found, zone);
        log.info("{}", sentence);
        if (editorsChannel.isEmpty()
                || (!found.isAnything() && Duration.between(from, to).compareTo(SHORT) < 0)) {
            return;
        }
        try {
            api.call("chat.postMessage", Map.of("channel", editorsChannel.get(), "text", sentence));
        } catch (SlackFailure e) {
            troubles.tell(e, editorsChannel.get());
        }
    }

    static String sentence(Instant from, Instant to, Found found, ZoneId zone) {
        var sameDay = from.atZone(zone).toLocalDate().equals(to.atZone(zone).toLocalDate());
        var form =
                DateTimeFormatter.ofPattern(sameDay ? "HH:mm" : "d MMM HH:mm", Locale.ENGLISH)
                        .withZone(zone);
        return "Away %s-%s: %s".formatted(form.format(from), form.format(to), what(found));
    }

    private static String what(Found found) {
        var parts = new ArrayList<String>();
        add(parts, found.links(), "link");
        add(parts, found.edits(), "edit");
        add(parts, found.reactions(), "reaction");
        add(parts, found.commands(), "command");
        return parts.isEmpty() ? "nothing was missed" : String.join(", ", parts) + " recovered";
    }

    private static void add(List<String> parts, int count, String noun) {
        if (count > 0) {
            parts.add(count + " " + noun + (count == 1 ? "" : "s"));
        }
    }
}
