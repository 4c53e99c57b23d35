package gleaner.slack;

import gleaner.news.PersonId;
import gleaner.news.Role;
import gleaner.slack.SlackOutbox.Answer;
import gleaner.slack.SlackReplies.Said;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Says a reply where the command was given: to a slash command what only its giver sees, to a
/// mention in its thread.
///
/// See <https://docs.slack.dev/interactivity/handling-user-interaction#message_responses>: a
/// `response_url` works five times within 30 minutes.
final class SlackSpeech {

    private static final String MARK = "gleaner_answer";
    private static final Duration RESPONSE_URL = Duration.ofMinutes(29);
    private static final int RESPONSES = 5;
    private static final Said MORE =
            new Said("… and more than fits here.", java.util.Optional.empty());

    private final SlackApi api;
    private final SlackReplies replies;
    private final SlackDesk desk;
    private final DraftPost drafts;
    private final SlackCommands commands;
    private final Homes homes;
    private final Pace pace;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();

    SlackSpeech(
            SlackApi api,
            SlackDesk desk,
            DraftPost drafts,
            SlackCommands commands,
            Homes homes,
            Pace pace,
            Clock clock) {
        this.api = api;
        this.replies = new BlockReplies(desk.sections());
        this.desk = desk;
        this.drafts = drafts;
        this.commands = commands;
        this.homes = homes;
        this.pace = pace;
        this.clock = clock;
    }

    /// Says it.
    ///
    /// @param again whether somebody began to say it before
    void answer(Answer answer, Route route, boolean again) {
        var reply = answer.reply();
        if (reply.isDocument()) {
            drafts.post(answer, route);
            return;
        }
        if (route.place() == Route.Place.HOME) {
            homes.show(route.user(), MrkdwnWriter.of(reply.markdown()));
            return;
        }
        if (!route.then().isEmpty() && reply.kind().isFine()) {
            commands.follow(answer.to(), route, MrkdwnWriter.of(reply.markdown()), clock.instant());
            return;
        }
        var role = desk.roleOf(PersonId.of(SlackDirectory.KIND, route.user()));
        var said = replies.of(reply, new Showing(role == Role.EDITOR, route.notice()));
        if (route.place() == Route.Place.REPLACE
                && reply.kind().isFine()
                && replaced(said.getFirst(), route)) {
            return;
        }
        if (route.isSlash()) {
            slash(said, route);
        } else {
            thread(said, route, answer, again ? saidBefore(route, answer) : Set.of());
        }
    }

    private void slash(List<Said> said, Route route) {
        var all =
                said.size() <= RESPONSES
                        ? said
                        : java.util.stream.Stream.concat(
                                        said.stream().limit(RESPONSES - 1),
                                        java.util.stream.Stream.of(MORE))
                                .toList();
        var fresh = isFresh(route);
        for (var each : all) {
            if (!fresh || !api.respond(route.responseUrl(), body(each))) {
                fresh = false;
                ephemeral(each, route);
            }
        }
    }

    private boolean isFresh(Route route) {
        return !route.responseUrl().isEmpty()
                && Duration.between(route.time(), clock.instant()).compareTo(RESPONSE_URL) < 0;
    }

    /// Puts it in the place of the message whose button was pressed.
    private boolean replaced(Said said, Route route) {
        return isFresh(route)
                && api.respond(
                        route.responseUrl(),
                        body(
                                JsonNodeFactory.instance.objectNode().put("replace_original", true),
                                said));
    }

    private String body(Said said) {
        return body(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("response_type", "ephemeral")
                        .put("replace_original", false),
                said);
    }

    private String body(ObjectNode node, Said said) {
        node.put("text", said.text());
        said.blocks().ifPresent(blocks -> node.set("blocks", json.readTree(blocks)));
        return node.toString();
    }

    private void ephemeral(Said said, Route route) {
        var parameters = parameters(said, route.channel());
        parameters.put("user", route.user());
        try {
            pace.await(route.channel());
            Posting.of(api, "chat.postEphemeral", parameters);
        } catch (SlackFailure e) {
            switch (e.code()) {
                case "user_not_in_channel",
                        "channel_not_found",
                        "not_in_channel",
                        "is_archived" -> {
                    pace.await(route.user());
                    var direct = parameters(said, route.user());
                    direct.put("unfurl_links", "false");
                    Posting.of(api, "chat.postMessage", direct);
                }
                default -> throw e;
            }
        }
    }

    private void thread(List<Said> said, Route route, Answer answer, Set<Integer> before) {
        for (int i = 0; i < said.size(); i++) {
            if (before.contains(i)) {
                continue;
            }
            var parameters = parameters(said.get(i), route.channel());
            parameters.put("thread_ts", route.thread());
            parameters.put("unfurl_links", "false");
            parameters.put("unfurl_media", "false");
            var mark = JsonNodeFactory.instance.objectNode().put("event_type", MARK);
            mark.putObject("event_payload").put("answer", answer.to().id()).put("part", i);
            parameters.put("metadata", mark.toString());
            pace.await(route.channel());
            Posting.of(api, "chat.postMessage", parameters);
        }
    }

    private static Map<String, String> parameters(Said said, String channel) {
        var parameters = new TreeMap<String, String>();
        parameters.put("channel", channel);
        parameters.put("text", said.text());
        said.blocks().ifPresent(blocks -> parameters.put("blocks", blocks));
        return parameters;
    }

    /// The parts of the answer that stand in the thread already.
    private Set<Integer> saidBefore(Route route, Answer answer) {
        var parts = new HashSet<Integer>();
        var thread =
                api.pages(
                        "conversations.replies",
                        Map.of(
                                "channel",
                                route.channel(),
                                "ts",
                                route.thread(),
                                "include_all_metadata",
                                "true",
                                "limit",
                                "200"),
                        "messages");
        for (var message : thread) {
            var metadata = message.path("metadata");
            var payload = metadata.path("event_payload");
            if (metadata.path("event_type").asString("").equals(MARK)
                    && payload.path("answer").asString("").equals(answer.to().id())) {
                parts.add(payload.path("part").asInt(0));
            }
        }
        return parts;
    }
}
