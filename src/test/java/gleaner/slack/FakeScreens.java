package gleaner.slack;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Forms, tabs, files and canvases of the made-up workspace.
final class FakeScreens {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final long TRIGGER_NANOS = 3_000_000_000L;

    private final FakeWorkspace workspace;
    private final List<String> violations;
    private final JsonMapper json = new JsonMapper();
    private final Map<String, Long> triggers = new ConcurrentHashMap<>();
    private final List<JsonNode> forms = new CopyOnWriteArrayList<>();
    private final Map<String, JsonNode> homes = new ConcurrentHashMap<>();
    private final Map<String, Integer> announced = new ConcurrentHashMap<>();
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final Map<String, String> uploads = new ConcurrentHashMap<>();
    private final Map<String, String> files = new ConcurrentHashMap<>();
    private volatile boolean expired;
    private volatile boolean canvases = true;
    private volatile boolean pictures = true;
    private volatile boolean blocks = true;
    private final List<String> fileNames = new CopyOnWriteArrayList<>();

    FakeScreens(FakeWorkspace workspace, List<String> violations) {
        this.workspace = workspace;
        this.violations = violations;
    }

    String trigger() {
        var trigger = "tr." + workspace.nextNumber();
        triggers.put(trigger, System.nanoTime() + (expired ? -1 : TRIGGER_NANOS));
        return trigger;
    }

    void expireTriggers() {
        expired = true;
    }

    void withoutCanvases() {
        canvases = false;
    }

    List<JsonNode> forms() {
        return forms;
    }

    JsonNode home(String user) {
        return homes.getOrDefault(user, NODES.missingNode());
    }

    Map<String, String> files() {
        return files;
    }

    /// Slack can fetch no picture from now on, and refuses what holds one.
    void refusePictures() {
        pictures = false;
    }

    /// No blocks at all are taken from now on.
    void refuseBlocks() {
        blocks = false;
    }

    List<String> fileNames() {
        return fileNames;
    }

    /// Whether Slack would take these blocks.
    boolean takes(JsonNode blocks) {
        if (!this.blocks) {
            return false;
        }
        for (var block : blocks) {
            if (!pictures && block.path("type").asString("").equals("image")) {
                return false;
            }
        }
        var wrong = BlockRules.message(blocks);
        violations.addAll(wrong);
        return wrong.isEmpty();
    }

    private boolean takesView(JsonNode view) {
        var wrong = BlockRules.view(view);
        violations.addAll(wrong);
        return wrong.isEmpty();
    }

    /// `views.open`
    ObjectNode open(Map<String, String> form) {
        var until = triggers.remove(form.getOrDefault("trigger_id", ""));
        if (until == null || until - System.nanoTime() < 0) {
            return error(until == null ? "invalid_trigger_id" : "expired_trigger_id");
        }
        var view = json.readTree(form.getOrDefault("view", ""));
        if (!takesView(view)) {
            return error("invalid_arguments");
        }
        forms.add(view);
        return ok();
    }

    /// `views.publish`
    ObjectNode publish(Map<String, String> form) {
        var view = json.readTree(form.getOrDefault("view", ""));
        if (!takesView(view)) {
            return error("invalid_arguments");
        }
        homes.put(form.getOrDefault("user_id", ""), view);
        return ok();
    }

    /// `files.getUploadURLExternal`
    ObjectNode announce(Map<String, String> form, String root) {
        var id = "F" + workspace.nextNumber();
        announced.put(id, Integer.parseInt(form.getOrDefault("length", "")));
        names.put(id, form.getOrDefault("filename", ""));
        return ok().put("file_id", id).put("upload_url", root + id);
    }

    /// What was uploaded; refused where it is not as long as it was said to be.
    boolean upload(String id, String body, int bytes) {
        if (announced.getOrDefault(id, -1) != bytes) {
            return false;
        }
        uploads.put(id, body);
        return true;
    }

    /// `files.completeUploadExternal`
    ObjectNode complete(Map<String, String> form) {
        for (var file : json.readTree(form.getOrDefault("files", ""))) {
            var body = uploads.get(file.path("id").asString(""));
            if (body == null) {
                return error("file_not_found");
            }
            fileNames.add(names.getOrDefault(file.path("id").asString(""), ""));
            files.put(file.path("title").asString(""), body);
        }
        return ok();
    }

    /// `canvases.create`
    ObjectNode canvas() {
        return canvases ? ok().put("canvas_id", "F0CANVAS") : error("canvas_disabled_user_team");
    }

    private static ObjectNode ok() {
        return NODES.objectNode().put("ok", true);
    }

    private static ObjectNode error(String code) {
        return NODES.objectNode().put("ok", false).put("error", code);
    }
}
