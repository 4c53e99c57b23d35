package gleaner.news;

/// One message in one channel; also one command, where the command was a message.
///
/// @param id as the platform names it; opaque
public record MessageId(ChannelId channel, String id) {

    public MessageId {
        if (id.isBlank() || id.length() > 200 || id.indexOf('/') >= 0) {
            throw new IllegalArgumentException(
                    "A message's id has 1 to 200 characters and no slash, not '"
                            + Excerpt.of(id)
                            + "'.");
        }
    }

    /// The form in which it is part of a key: `kind:channel/id`.
    @Override
    public String toString() {
        return channel + "/" + id;
    }

    /// Reads [#toString] back; a channel's name may hold a slash, an id may not.
    public static MessageId parse(String text) {
        var slash = text.lastIndexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException(
                    "A message's id is 'channel/id', not '" + Excerpt.of(text) + "'.");
        }
        return new MessageId(new ChannelId(text.substring(0, slash)), text.substring(slash + 1));
    }
}
