package gleaner.news;

/// Who somebody is on a channel's platform, `kind:name`: `slack:U024BE7LH`,
/// `mastodon:@ada@social.example`, `terminal:ada`.
///
/// @param value never shown to strangers
public record PersonId(String value) {

    public PersonId {
        if (value.indexOf(':') < 1 || value.endsWith(":")) {
            throw new IllegalArgumentException(
                    "A person's id is 'kind:name', not '" + Excerpt.of(value) + "'.");
        }
    }

    public static PersonId of(String kind, String name) {
        return new PersonId(kind + ":" + name);
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
