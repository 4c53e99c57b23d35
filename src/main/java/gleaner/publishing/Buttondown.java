package gleaner.publishing;

import gleaner.command.Destination;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Drafts at Buttondown, in Markdown; see its API's page "emails".
///
/// `status` is always said: left out it means to send at once. Asked again with the same
/// idempotency key, it answers with the draft that it made the first time.
final class Buttondown implements Remote {

    private static final String MODE = "<!-- buttondown-editor-mode: plaintext -->";
    private static final int LONGEST_SUBJECT = 2000;
    private static final String EMAILS = "/v1/emails";

    private final Place place;
    private final Web web;
    private final String team;

    Buttondown(Place place, Web web, String team) {
        this.place = place;
        this.web = web;
        this.team = team;
    }

    @Override
    public Destination destination() {
        return Destination.BUTTONDOWN;
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public Letter letter(Letter letter) {
        return new Letter(
                Texts.cut(Harmless.line(letter.title()), LONGEST_SUBJECT),
                Harmless.django(letter.body()));
    }

    @Override
    public Optional<Stored> read(String id) {
        try {
            return Optional.of(stored(web.ask(Ask.get(path(id)))));
        } catch (Trouble trouble) {
            if (trouble.status() == 404) {
                return Optional.empty();
            }
            throw trouble;
        }
    }

    @Override
    public Optional<Stored> find(int issue, Optional<Note.Trial> tried) {
        return tried.map(trial -> make(issue, trial));
    }

    @Override
    public Stored make(int issue, Note.Trial trial) {
        return stored(web.ask(making(issue, trial)));
    }

    @Override
    public Stored update(Stored stored, Letter letter) {
        return stored(web.ask(Ask.json("PATCH", path(stored.id()), body(letter))));
    }

    @Override
    public List<Ask> rehearse(int issue, Note note, Letter letter) {
        return List.of(
                note.id().isEmpty()
                        ? making(issue, new Note.Trial(note.round() + 1, letter))
                        : Ask.json("PATCH", path(note.id()), body(letter)));
    }

    private Ask making(int issue, Note.Trial trial) {
        return Ask.json("POST", EMAILS, body(trial.letter()))
                .with(
                        "X-Idempotency-Key",
                        "gleaner-%s-%d-%d".formatted(team, issue, trial.round()));
    }

    private static String body(Letter letter) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("subject", letter.title())
                .put("body", MODE + "\n" + letter.body())
                .put("status", "draft")
                .toString();
    }

    private static String path(String id) {
        return EMAILS + "/" + Query.escape(id);
    }

    private static Stored stored(JsonNode email) {
        var id = email.path("id").asString("");
        if (id.isEmpty()) {
            throw Trouble.unanswered(0, "Buttondown answered without the draft's id.");
        }
        var body = email.path("body").asString("").replace("\r\n", "\n").strip();
        return new Stored(
                id,
                email.path("absolute_url").asString("https://buttondown.com/emails/" + id),
                email.path("status").asString(""),
                new Letter(
                        email.path("subject").asString(""),
                        body.startsWith(MODE) ? body.substring(MODE.length()).strip() : body),
                "");
    }
}
