package gleaner.slack;

import gleaner.news.Excerpt;
import gleaner.news.PersonId;
import gleaner.slack.SlackIssues.Published;
import gleaner.slack.SlackIssues.Ran;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.JsonNodeFactory;

/// One person's note that their links ran: a direct message; where Slack allows none, a word in a
/// channel where they shared one, which nobody else sees.
///
/// Slack opens the conversation itself where a message is posted to a person's id
/// (<https://docs.slack.dev/reference/methods/chat.postMessage>), so no scope is needed for it.
final class SharerNote {

    private static final Logger log = LoggerFactory.getLogger(SharerNote.class);
    private static final String MARK = "gleaner_ran";
    private static final String PACE = "direct messages";
    private static final int MOST_LINKS = 15;
    private static final int TITLE = 150;

    private final SlackApi api;
    private final SlackTroubles troubles;
    private final Pace pace;

    SharerNote(SlackApi api, SlackTroubles troubles, Pace pace) {
        this.api = api;
        this.troubles = troubles;
        this.pace = pace;
    }

    /// Whether it stands in the conversation; also where Slack does not let anybody look, since
    /// twice is worse than never.
    ///
    /// @throws SlackFailure where Slack cannot be asked just now
    boolean stands(Published issue, PersonId person) {
        try {
            var conversation = conversation(person);
            return conversation.isPresent() && stands(issue, conversation.get());
        } catch (SlackFailure e) {
            if (e.isPassing() || e.isLockedOut()) {
                throw e;
            }
            troubles.tell(e, "");
            return true;
        }
    }

    private boolean stands(Published issue, String conversation) {
        return api
                .pages(
                        "conversations.history",
                        Map.of(
                                "channel",
                                conversation,
                                "oldest",
                                Ts.of(Marks.micros(issue.at())),
                                "include_all_metadata",
                                "true",
                                "limit",
                                "200"),
                        "messages")
                .stream()
                .map(message -> message.path("metadata"))
                .anyMatch(metadata ->
                        metadata.path("event_type").asString("").equals(MARK)
                                && metadata.path("event_payload").path("issue").asInt(0)
                                        == issue.number());
    }

    /// The direct messages with a person, where there ever were any.
    private Optional<String> conversation(PersonId person) {
        return Conversations.of(api, "im").stream()
                .filter(each -> each.path("user").asString("").equals(person.name()))
                .map(each -> each.path("id").asString(""))
                .filter(id -> !id.isEmpty())
                .findFirst();
    }

    /// Sends it; what Slack refuses for good is logged.
    ///
    /// @throws SlackFailure where it may work later
    void send(Published issue, PersonId person, List<Ran> links) {
        var text = text(issue, links);
        var refused = direct(issue, person.name(), text);
        if (refused.isEmpty()) {
            return;
        }
        var places =
                links.stream()
                        .map(ran -> ran.message().channel().name())
                        .filter(channel -> !channel.startsWith("D"))
                        .distinct()
                        .toList();
        for (var place : places) {
            if (aside(place, person.name(), text)) {
                return;
            }
        }
        log.info(
                "{} could not be told what ran in issue {} ({}).",
                person,
                issue.number(),
                refused.get());
    }

    /// @return why Slack does not take it
    private Optional<String> direct(Published issue, String person, String text) {
        var mark = JsonNodeFactory.instance.objectNode().put("event_type", MARK);
        mark.putObject("event_payload").put("issue", issue.number());
        var parameters = new TreeMap<String, String>();
        parameters.put("channel", person);
        parameters.put("text", text);
        parameters.put("unfurl_links", "false");
        parameters.put("unfurl_media", "false");
        parameters.put("metadata", mark.toString());
        return refusal("chat.postMessage", parameters, person);
    }

    private boolean aside(String channel, String person, String text) {
        return refusal(
                        "chat.postEphemeral",
                        Map.of("channel", channel, "user", person, "text", text),
                        channel)
                .isEmpty();
    }

    private Optional<String> refusal(String method, Map<String, String> parameters, String where) {
        try {
            pace.await(PACE);
            api.call(method, parameters);
            return Optional.empty();
        } catch (SlackFailure e) {
            if (e.isPassing() || e.isLockedOut()) {
                throw e;
            }
            if (e.code().equals("missing_scope")) {
                troubles.tell(e, where);
            }
            return Optional.of(e.code());
        }
    }

    /// "Your link ran in issue 12, “Spring”: …"
    static String text(Published issue, List<Ran> links) {
        var where =
                "issue %d, “%s”"
                        .formatted(
                                issue.number(),
                                MrkdwnWriter.escaped(Excerpt.of(issue.title(), TITLE)));
        if (links.size() == 1) {
            return "Your link ran in %s: %s".formatted(where, link(links.getFirst()));
        }
        var lines = new ArrayList<String>();
        lines.add("%d of your links ran in %s:".formatted(links.size(), where));
        links.stream().limit(MOST_LINKS).forEach(ran -> lines.add("• " + link(ran)));
        if (links.size() > MOST_LINKS) {
            lines.add("… and %d more".formatted(links.size() - MOST_LINKS));
        }
        return String.join("\n", lines);
    }

    private static String link(Ran ran) {
        return "<%s|%s>"
                .formatted(
                        MrkdwnWriter.escaped(ran.url().replace("|", "%7C")),
                        MrkdwnWriter.escaped(Excerpt.of(ran.title(), TITLE)));
    }
}
