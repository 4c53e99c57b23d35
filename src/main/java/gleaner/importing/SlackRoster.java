package gleaner.importing;

import gleaner.news.Channel;
import gleaner.news.ChannelId;
import gleaner.news.Visibility;
import gleaner.slack.SlackNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Who and what the ids and folders of a Slack export stand for.
final class SlackRoster implements SlackNames {

    /// @param visibility of all its messages
    record Place(Channel channel, Visibility visibility) {}

    static final String KIND = "slack";
    private static final int MOST = 200_000;

    private final Map<String, String> people = new HashMap<>();
    private final Map<String, String> channels = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();

    /// Takes an entry of `users.json`.
    void person(JsonNode user) throws Fault {
        var profile = user.path("profile");
        put(
                people,
                id(user),
                firstOf(
                        profile.path("display_name"),
                        profile.path("real_name"),
                        user.path("real_name"),
                        user.path("name")));
    }

    /// Takes an entry of `channels.json`, `groups.json` or `mpims.json`; its folder has its name.
    void channel(JsonNode channel, Visibility visibility) throws Fault {
        var id = id(channel);
        var name = firstOf(channel.path("name"));
        put(channels, id, name);
        if (places.size() < MOST) {
            places.put(
                    name.isEmpty() ? id : name,
                    new Place(new Channel(ChannelId.of(KIND, id), name), visibility));
        }
    }

    /// Takes an entry of `dms.json`; its folder has its id.
    void directMessages(JsonNode channel) throws Fault {
        var id = id(channel);
        if (places.size() < MOST) {
            places.put(
                    id,
                    new Place(
                            new Channel(ChannelId.of(KIND, id), "direct message"),
                            Visibility.PRIVATE));
        }
    }

    /// What a folder holds; nothing where no list names it.
    Optional<Place> place(String folder) {
        return Optional.ofNullable(places.get(folder));
    }

    @Override
    public Optional<String> person(String id) {
        return Optional.ofNullable(people.get(id));
    }

    @Override
    public Optional<String> channel(String id) {
        return Optional.ofNullable(channels.get(id));
    }

    private static void put(Map<String, String> names, String id, String name) {
        if (names.size() < MOST && !name.isEmpty()) {
            names.put(id, name);
        }
    }

    private static String id(JsonNode node) throws Fault {
        var id = Texts.name(node.path("id").stringValue(""));
        if (id.isEmpty()) {
            throw new Fault(Problems.Kind.FIELD, "The entry has no 'id'");
        }
        return id;
    }

    /// The first that is a string with something in it, on one line.
    static String firstOf(JsonNode... candidates) {
        for (var candidate : candidates) {
            var name = Texts.name(candidate.stringValue(""));
            if (!name.isEmpty()) {
                return name;
            }
        }
        return "";
    }
}
