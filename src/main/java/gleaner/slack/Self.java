package gleaner.slack;

/// Who Gleaner is in this workspace.
///
/// @param user its member id, `U…`
/// @param bot its bot id, `B…`
/// @param url of the workspace, with a slash at its end
/// @param team its id
record Self(String user, String bot, String url, String team) {

    /// Nobody yet: Slack could not be asked.
    static final Self UNKNOWN = new Self("", "", "", "");

    boolean isUser(String id) {
        return !user.isEmpty() && user.equals(id);
    }

    boolean isBot(String id) {
        return !bot.isEmpty() && bot.equals(id);
    }

    /// Whether a text begins with a mention of Gleaner.
    boolean isAddressed(String text) {
        return mentionEnd(text) > 0;
    }

    /// What follows the mention that the text begins with.
    String afterMention(String text) {
        return text.substring(Math.max(0, mentionEnd(text))).strip();
    }

    private int mentionEnd(String text) {
        var stripped = text.stripLeading();
        var start = text.length() - stripped.length();
        var mention = "<@" + user;
        if (user.isEmpty() || !stripped.startsWith(mention)) {
            return -1;
        }
        var rest = stripped.substring(mention.length());
        if (rest.startsWith(">")) {
            return start + mention.length() + 1;
        }
        var end = rest.indexOf('>');
        return rest.startsWith("|") && end > 0 ? start + mention.length() + end + 1 : -1;
    }

    /// The URL of a message, as Slack's "Copy link" has it.
    String permalink(String channel, String ts, String thread) {
        var link = url + "archives/" + channel + "/p" + ts.replace(".", "");
        return thread.isEmpty() || thread.equals(ts)
                ? link
                : link + "?thread_ts=" + thread + "&cid=" + channel;
    }
}
