package gleaner.slack;

import gleaner.slack.SlackOutbox.Answer;
import gleaner.slack.SlackReplies.Said;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Posts a draft: as a message that is read at once, what does not fit into it in its thread, the
/// whole as a file there, and as a canvas where that is wanted and the workspace allows it.
///
/// How far it came is remembered after each step, so that a draft that was interrupted goes on
/// where it stopped.
final class DraftPost {

    private static final int MOST_TRIES = 4;

    private final SlackApi api;
    private final SlackMemory memory;
    private final SlackTroubles troubles;
    private final Pace pace;
    private final Self self;
    private final boolean canvas;

    DraftPost(
            SlackApi api,
            SlackMemory memory,
            SlackTroubles troubles,
            Pace pace,
            Self self,
            boolean canvas) {
        this.api = api;
        this.memory = memory;
        this.troubles = troubles;
        this.pace = pace;
        this.self = self;
        this.canvas = canvas;
    }

    /// How far it came.
    ///
    /// @param thread the message that the rest hangs on; empty before there is one
    /// @param tries of the step that comes next
    private record Progress(String channel, String thread, int steps, int tries) {

        Progress next() {
            return new Progress(channel, thread, steps + 1, 0);
        }

        Progress again() {
            return new Progress(channel, thread, steps, tries + 1);
        }

        String write() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("channel", channel)
                    .put("thread", thread)
                    .put("steps", steps)
                    .put("tries", tries)
                    .toString();
        }

        static Progress read(String text) {
            try {
                var node = new JsonMapper().readTree(text);
                return new Progress(
                        node.path("channel").asString(""),
                        node.path("thread").asString(""),
                        node.path("steps").asInt(0),
                        node.path("tries").asInt(0));
            } catch (JacksonException e) {
                throw new IllegalStateException("What was remembered of a draft is no JSON.", e);
            }
        }
    }

    /// Posts it where it was asked for.
    ///
    /// @throws SlackFailure where Slack takes no message of it
    void post(Answer answer, Route route) {
        var name = "draft:" + answer.id();
        var document = answer.reply().markdown();
        var form = DraftFile.of(answer.reply());
        var messages =
                noticed(
                        form.isMarkdown()
                                ? DraftBlocks.of(document)
                                : List.of(new Said(form.says(), Optional.empty())),
                        route.notice());
        var progress =
                memory.kept(name)
                        .map(Progress::read)
                        .orElse(new Progress(route.channel(), route.thread(), 0, 0));
        while (progress.steps() < messages.size()) {
            progress = message(progress, messages.get(progress.steps()), route);
            memory.keep(name, progress.write(), SlackListener.ROUTE);
        }
        if (progress.steps() == messages.size()) {
            var place = progress;
            progress = extra(name, progress, () -> file(place, document, form));
        }
        if (canvas && form.isMarkdown() && progress.steps() == messages.size() + 1) {
            var place = progress;
            extra(name, progress, () -> canvas(place, document, form.title()));
        }
        memory.forget(name);
    }

    /// The same with what is to be said above it; a message of a draft has room for that.
    private static List<Said> noticed(List<Said> messages, String notice) {
        var first = messages.getFirst();
        if (notice.isEmpty() || first.blocks().isEmpty()) {
            return messages;
        }
        var blocks = JsonNodeFactory.instance.arrayNode();
        var context = blocks.addObject().put("type", "context");
        context.putArray("elements").add(Blocks.mrkdwn(notice));
        new JsonMapper().readTree(first.blocks().get()).forEach(blocks::add);
        var all = new ArrayList<>(messages);
        all.set(0, new Said(first.text(), Optional.of(blocks.toString())));
        return all;
    }

    /// What the draft can go without: where Slack does everything else but that, or refuses it, the
    /// draft goes without it and that is told once.
    private Progress extra(String name, Progress progress, Runnable step) {
        try {
            step.run();
        } catch (SlackFailure e) {
            if (e.isLockedOut() || (e.isPassing() && progress.tries() < MOST_TRIES)) {
                if (isUp()) {
                    memory.keep(name, progress.again().write(), SlackListener.ROUTE);
                }
                throw e;
            }
            troubles.tell(
                    e.isPassing() ? new SlackFailure(e.method(), "no_answer", "") : e,
                    progress.channel());
        }
        memory.keep(name, progress.next().write(), SlackListener.ROUTE);
        return progress.next();
    }

    private boolean isUp() {
        try {
            api.call("auth.test", Map.of());
            return true;
        } catch (SlackFailure e) {
            return false;
        }
    }

    private Progress message(Progress progress, Said said, Route route) {
        try {
            return posted(progress, said);
        } catch (SlackFailure e) {
            var isElsewhere =
                    switch (e.code()) {
                        case "not_in_channel",
                                "channel_not_found",
                                "is_archived",
                                "restricted_action" ->
                                true;
                        default -> false;
                    };
            if (isElsewhere
                    && progress.thread().isEmpty()
                    && !route.user().isEmpty()
                    && !progress.channel().equals(route.user())) {
                return posted(
                        new Progress(route.user(), "", progress.steps(), progress.tries()), said);
            }
            throw e;
        }
    }

    private Progress posted(Progress progress, Said said) {
        var parameters = new TreeMap<String, String>();
        parameters.put("channel", progress.channel());
        parameters.put("text", said.text());
        said.blocks().ifPresent(blocks -> parameters.put("blocks", blocks));
        parameters.put("unfurl_links", "false");
        parameters.put("unfurl_media", "false");
        if (!progress.thread().isEmpty()) {
            parameters.put("thread_ts", progress.thread());
        }
        pace.await(progress.channel());
        var body = Posting.of(api, "chat.postMessage", parameters);
        return new Progress(
                body.path("channel").asString(progress.channel()),
                progress.thread().isEmpty() ? body.path("ts").asString("") : progress.thread(),
                progress.steps() + 1,
                0);
    }

    /// Three steps: <https://docs.slack.dev/messaging/working-with-files#upload>. Without a file
    /// the message still stands.
    private void file(Progress progress, String document, DraftFile form) {
        var bytes = document.getBytes(StandardCharsets.UTF_8);
        var place =
                api.call(
                        "files.getUploadURLExternal",
                        Map.of("filename", form.name(), "length", Integer.toString(bytes.length)));
        api.upload(place.path("upload_url").asString(""), bytes);
        var files = JsonNodeFactory.instance.arrayNode();
        files.addObject().put("id", place.path("file_id").asString("")).put("title", form.title());
        var parameters = new TreeMap<String, String>();
        parameters.put("files", files.toString());
        parameters.put("channel_id", progress.channel());
        if (!progress.thread().isEmpty()) {
            parameters.put("thread_ts", progress.thread());
        }
        api.call("files.completeUploadExternal", parameters);
    }

    /// See <https://docs.slack.dev/reference/methods/canvases.create>; not every plan has them.
    private void canvas(Progress progress, String document, String title) {
        var content =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("type", "markdown")
                        .put("markdown", document);
        var id =
                api.call(
                                "canvases.create",
                                Map.of("title", title, "document_content", content.toString()))
                        .path("canvas_id")
                        .asString("");
        if (progress.channel().startsWith("C") || progress.channel().startsWith("G")) {
            var channels = JsonNodeFactory.instance.arrayNode().add(progress.channel());
            api.call(
                    "canvases.access.set",
                    Map.of(
                            "canvas_id",
                            id,
                            "access_level",
                            "read",
                            "channel_ids",
                            channels.toString()));
        }
        posted(
                progress,
                new Said(
                        "<"
                                + MrkdwnWriter.escaped(
                                        self.url() + "docs/" + self.team() + "/" + id)
                                + "|The draft as a canvas>",
                        Optional.empty()));
    }
}
