package gleaner.news;

/// A place that messages come from, `kind:name`: `slack:C012AB3CD`, `mastodon:mentions`,
/// `terminal:general`.
public record ChannelId(String value) {

    public ChannelId {
        if (value.indexOf(':') < 1 || value.endsWith(":")) {
            throw new IllegalArgumentException(
                    "A channel's id is 'kind:name', not '" + Excerpt.of(value) + "'.");
        }
    }

    public static ChannelId of(String kind, String name) {
        return new ChannelId(kind + ":" + name);
    }

    /// The platform: `slack`, `mastodon`, `terminal`.
    public String kind() {
        return value.substring(0, value.indexOf(':'));
    }

    /// The name on that platform.
    public String name() {
        return value.substring(value.indexOf(':') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
