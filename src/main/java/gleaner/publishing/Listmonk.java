package gleaner.publishing;

import gleaner.command.Destination;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Campaigns in listmonk, which are drafts until somebody starts them; see its API's page
/// "campaigns".
///
/// They are HTML, since its Markdown has no footnotes, and stand in listmonk's own template. It
/// knows no idempotency key: a tag names the issue, and the campaign is looked up by it.
final class Listmonk implements Remote {

    private static final String CAMPAIGNS = "/api/campaigns";
    private static final int LONGEST_SUBJECT = 500;

    private final Place place;
    private final Web web;
    private final String team;
    private final List<Integer> lists;

    Listmonk(Place place, Web web, String team, List<Integer> lists) {
        this.place = place;
        this.web = web;
        this.team = team;
        this.lists = lists;
    }

    /// The issue's HTML as it goes into a template.
    static String text(String html) {
        var styles = Texts.styles(html);
        return (styles.isEmpty() ? "" : "<style>\n" + Harmless.goStyle(styles) + "\n</style>\n")
                + Harmless.go(Texts.body(html));
    }

    @Override
    public Destination destination() {
        return Destination.LISTMONK;
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public Letter letter(Letter letter) {
        return new Letter(Texts.cut(Harmless.line(letter.title()), LONGEST_SUBJECT), letter.body());
    }

    @Override
    public Optional<Stored> read(String id) {
        return campaign(id).map(this::stored);
    }

    private Optional<JsonNode> campaign(String id) {
        try {
            return Optional.of(web.ask(Ask.get(path(id))).path("data"));
        } catch (Trouble trouble) {
            var gone =
                    trouble.status() == 404
                            || (trouble.status() == 400
                                    && trouble.sentence().contains("not found"));
            if (gone) {
                return Optional.empty();
            }
            throw trouble;
        }
    }

    @Override
    public Optional<Stored> find(int issue, Optional<Note.Trial> tried) {
        var answer =
                web.ask(
                        Ask.get(
                                CAMPAIGNS
                                        + "?tags="
                                        + Query.escape(tag(issue))
                                        + "&order_by=created_at&order=DESC&page=1&per_page=100"));
        for (var campaign : answer.path("data").path("results")) {
            for (var tag : campaign.path("tags")) {
                if (tag.asString("").equals(tag(issue))) {
                    return read(campaign.path("id").asString(""));
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public Stored make(int issue, Note.Trial trial) {
        return stored(web.ask(making(issue, trial.letter())).path("data"));
    }

    @Override
    public Stored update(Stored stored, Letter letter) {
        var there =
                campaign(stored.id())
                        .orElseThrow(() ->
                                Trouble.refused(404, "The campaign in listmonk is gone just now."));
        return stored(web.ask(updating(there, letter)).path("data"));
    }

    @Override
    public List<Ask> rehearse(int issue, Note note, Letter letter) {
        var ask = making(issue, letter);
        return List.of(
                note.id().isEmpty()
                        ? ask
                        : new Ask("PUT", path(note.id()), ask.headers(), ask.body()));
    }

    private Ask making(int issue, Letter letter) {
        var campaign =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("name", "Issue %d (%s)".formatted(issue, tag(issue)));
        var ids = campaign.put("subject", letter.title()).putArray("lists");
        lists.forEach(ids::add);
        html(campaign.put("type", "regular"), letter).putArray("tags").add(tag(issue));
        return Ask.json("POST", CAMPAIGNS, campaign.toString());
    }

    /// What an editor chose there besides the text (lists, template, sender) stays.
    private static Ask updating(JsonNode there, Letter letter) {
        var campaign =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("name", there.path("name").asString(""))
                        .put("subject", letter.title());
        var ids = campaign.putArray("lists");
        there.path("lists").forEach(list -> ids.add(list.path("id")));
        campaign.put("type", there.path("type").asString("regular"));
        html(campaign, letter).set("tags", there.path("tags"));
        for (var kept : List.of("from_email", "messenger", "template_id")) {
            if (there.hasNonNull(kept)) {
                campaign.set(kept, there.path(kept));
            }
        }
        return Ask.json("PUT", path(there.path("id").asString("")), campaign.toString());
    }

    private static ObjectNode html(ObjectNode campaign, Letter letter) {
        return campaign.put("content_type", "html").put("body", letter.body());
    }

    private String tag(int issue) {
        return "gleaner-%s-%d".formatted(team, issue);
    }

    private static String path(String id) {
        return CAMPAIGNS + "/" + Query.escape(id);
    }

    private Stored stored(JsonNode campaign) {
        var id = campaign.path("id").asString("");
        if (id.isEmpty()) {
            throw Trouble.unanswered(0, "listmonk answered without the campaign's id.");
        }
        return new Stored(
                id,
                place.base() + "/admin/campaigns/" + id,
                campaign.path("status").asString(""),
                new Letter(
                        campaign.path("subject").asString(""),
                        campaign.path("body").asString("").replace("\r\n", "\n").strip()),
                "");
    }
}
