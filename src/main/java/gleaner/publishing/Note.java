package gleaner.publishing;

import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// What is remembered of an issue's draft at a publisher.
///
/// @param id empty where none is known
/// @param seal of what stood there when it was last written
/// @param sent the seal of what was sent then; a publisher may store it a little differently
/// @param round how many drafts were begun
/// @param trial the draft that is being asked for; there until its id is known
record Note(String id, String seal, String sent, int round, Optional<Trial> trial) {

    static final Note NONE = new Note("", "", "", 0, Optional.empty());

    private static final JsonMapper JSON = new JsonMapper();

    /// A draft that was asked for.
    ///
    /// @param round tells it apart from those before
    record Trial(int round, Letter letter) {}

    Note trying(Letter letter) {
        return new Note("", "", "", round + 1, Optional.of(new Trial(round + 1, letter)));
    }

    /// @param there as it is stored
    /// @param letter as it was sent
    Note made(String draft, Letter there, Letter letter) {
        return new Note(draft, there.seal(), letter.seal(), Math.max(1, round), Optional.empty());
    }

    /// Whether that is stored as it was left.
    boolean isAsLeft(Stored stored) {
        return seal.equals(stored.letter().seal())
                || trial.filter(tried -> tried.letter().equals(stored.letter())).isPresent();
    }

    String write() {
        var node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", id)
                        .put("seal", seal)
                        .put("sent", sent)
                        .put("round", round);
        trial.ifPresent(tried ->
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
                node.path("sent").asString(""),
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
