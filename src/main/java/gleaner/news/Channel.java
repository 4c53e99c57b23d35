package gleaner.news;

/// Where messages come from: a Slack channel, Mastodon mentions, the terminal, an import.
///
/// @param name as shown, without `#`
public record Channel(ChannelId id, String name) {

    public Channel {
        if (name.isBlank()) {
            name = id.name();
        }
    }

    public static Channel of(String kind, String name) {
        return new Channel(ChannelId.of(kind, name), name);
    }
}
