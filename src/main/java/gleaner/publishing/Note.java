package gleaner.publishing;

import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// What is remembered of an issue's draft at a publisher.
///
/// @param id empty where none is known
/// @param seal of what stood there when it was last written
/// @param round how many drafts were begun
/// @param trial the draft that is being asked for; there until its id is known
record Note(String id, String seal, int round, Optional<Trial> trial) {

    static final Note NONE = new Note("", "", 0, Optional.empty());

    private static final JsonMapper JSON = new JsonMapper();

    /// A draft that was asked for.
    ///
    /// @param round tells it apart from those before
    record Trial(int round, Letter letter) {}

    Note trying(Letter letter) {
        return new Note("", "", round + 1, Optional.of(new Trial(round + 1, letter)));
    }

    Note made(Stored stored) {
        return new Note(
                stored.id(), stored.letter().seal(), Math.max(1, round), Optional.empty());
    }

    String write() {
        var node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", id)
                        .put("seal", seal)
                        .put("round", round);
        trial.ifPresent(
                tried ->
                        node.putObject("trial")
                                .put("round", tried.round())
                                .put("title", tried.letter().title())
                                .put("body", tried.letter().body()));
        return node.toString();
    }

    static Note read(String text) {
        var node = JSON.readTree(text);
        var trial = node.path("trial");
        return new Note(
                node.path("id").asString(""),
                node.path("seal").asString(""),
                node.path("round").asInt(0),
                trial.isObject()
                        ? Optional.of(
                                new Trial(
                                        trial.path("round").asInt(1),
                                        new Letter(
                                                trial.path("title").asString(""),
                                                trial.path("body").asString(""))))
                        : Optional.empty());
    }
}
