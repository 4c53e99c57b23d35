package gleaner.publishing;

import gleaner.command.Destination;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Draft posts in Ghost 6, by its Admin API; see its page "posts".
///
/// The text goes in as one Markdown card, so that footnotes and their links survive. Ghost knows no
/// idempotency key: an internal tag, which readers do not see, names the issue, and the post is
/// looked up by it.
final class Ghost implements Remote {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String POSTS = "/ghost/api/admin/posts/";
    private static final String FORMATS = "formats=lexical%2Chtml";
    private static final int LONGEST_TITLE = 255;

    private final Place place;
    private final Web web;
    private final String team;

    Ghost(Place place, Web web, String team) {
        this.place = place;
        this.web = web;
        this.team = team;
    }

    @Override
    public Destination destination() {
        return Destination.GHOST;
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public Letter letter(Letter letter) {
        return new Letter(Texts.cut(letter.title(), LONGEST_TITLE), Harmless.ghost(letter.body()));
    }

    @Override
    public Optional<Stored> read(String id) {
        try {
            return first(web.ask(versioned(Ask.get(path(id) + "?" + FORMATS))));
        } catch (Trouble trouble) {
            if (trouble.status() == 404) {
                return Optional.empty();
            }
            throw trouble;
        }
    }

    /// By its tag, whatever is remembered here.
    @Override
    public Optional<Stored> find(int issue, Optional<Note.Trial> tried) {
        var filter = Query.escape("tag:hash-" + name(issue));
        var answer =
                web.ask(versioned(Ask.get(POSTS + "?filter=" + filter + "&limit=2&" + FORMATS)));
        return first(answer);
    }

    @Override
    public Stored make(int issue, Note.Trial trial) {
        return written(web.ask(making(issue, trial.letter())));
    }

    @Override
    public Stored update(Stored stored, Letter letter) {
        return written(web.ask(updating(stored.id(), stored.version(), letter)));
    }

    @Override
    public List<Ask> rehearse(int issue, Note note, Letter letter) {
        return List.of(
                note.id().isEmpty()
                        ? making(issue, letter)
                        : updating(note.id(), "(as it is read just before)", letter));
    }

    private Ask making(int issue, Letter letter) {
        var posts = JsonNodeFactory.instance.objectNode();
        var post =
                posts.putArray("posts")
                        .addObject()
                        .put("title", letter.title())
                        .put("lexical", lexical(letter.body()))
                        .put("status", "draft");
        post.putArray("tags").addObject().put("name", "#" + name(issue));
        return versioned(Ask.json("POST", POSTS + "?" + FORMATS, posts.toString()));
    }

    private static Ask updating(String id, String version, Letter letter) {
        var posts = JsonNodeFactory.instance.objectNode();
        posts.putArray("posts")
                .addObject()
                .put("title", letter.title())
                .put("lexical", lexical(letter.body()))
                .put("status", "draft")
                .put("updated_at", version);
        return versioned(Ask.json("PUT", path(id) + "?" + FORMATS, posts.toString()));
    }

    private static Ask versioned(Ask ask) {
        return ask.with("Accept-Version", "v6.0");
    }

    private String name(int issue) {
        return "gleaner-%s-%d".formatted(team, issue);
    }

    private static String path(String id) {
        return POSTS + Query.escape(id) + "/";
    }

    /// Ghost's document with one Markdown card, as its editor writes it.
    private static String lexical(String markdown) {
        var document = JsonNodeFactory.instance.objectNode();
        var root = document.putObject("root");
        root.putArray("children")
                .addObject()
                .put("type", "markdown")
                .put("version", 1)
                .put("markdown", markdown);
        root.putNull("direction");
        root.put("format", "").put("indent", 0).put("type", "root").put("version", 1);
        return document.toString();
    }

    private Stored written(JsonNode answer) {
        return first(answer)
                .orElseThrow(() -> Trouble.unanswered(0, "Ghost answered without the post's id."));
    }

    private Optional<Stored> first(JsonNode answer) {
        var post = answer.path("posts").path(0);
        var id = post.path("id").asString("");
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Stored(
                                id,
                                place.base() + "/ghost/#/editor/post/" + id,
                                post.path("status").asString(""),
                                new Letter(post.path("title").asString(""), text(post)),
                                post.path("updated_at").asString("")));
    }

    /// The Markdown of the card; where an editor wrote anything besides, what that is as well, so
    /// that it differs. A post that Ghost shows nothing of is empty.
    private static String text(JsonNode post) {
        var lexical = post.path("lexical").asString("");
        if (lexical.isBlank() || (post.has("html") && post.path("html").asString("").isBlank())) {
            return "";
        }
        JsonNode root;
        try {
            root = JSON.readTree(lexical).path("root");
        } catch (JacksonException _) {
            return lexical;
        }
        var parts = new ArrayList<String>();
        for (var child : root.path("children")) {
            var markdown = child.path("markdown");
            if (child.path("type").asString("").equals("markdown") && markdown.isString()) {
                parts.add(markdown.asString().replace("\r\n", "\n").strip());
            } else if (!isEmptyParagraph(child)) {
                parts.add(child.toString());
            }
        }
        return String.join("\n\n", parts);
    }

    /// The editor adds one at the end of its own accord.
    private static boolean isEmptyParagraph(JsonNode node) {
        return node.path("type").asString("").equals("paragraph")
                && node.path("children").isEmpty();
    }
}
