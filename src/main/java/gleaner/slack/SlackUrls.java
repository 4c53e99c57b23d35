package gleaner.slack;

import java.util.Locale;
import java.util.Set;

/// Which addresses lead into a workspace: messages, files, people. They are no news to a
/// newsletter's readers.
final class SlackUrls {

    /// Slack's own pages for everybody.
    private static final Set<String> FOR_EVERYBODY =
            Set.of("slack.com", "www.slack.com", "api.slack.com", "docs.slack.dev");

    private static final Set<String> WITHIN =
            Set.of(
                    "archives",
                    "files",
                    "team",
                    "client",
                    "app_redirect",
                    "canvas",
                    "docs",
                    "huddle",
                    "lists",
                    "messages",
                    "services");

    private SlackUrls() {}

    static boolean isWithin(String url) {
        var start = url.indexOf("://") + 3;
        var hostEnd = start;
        while (hostEnd < url.length() && "/?#:".indexOf(url.charAt(hostEnd)) < 0) {
            hostEnd++;
        }
        var host = url.substring(start, hostEnd).toLowerCase(Locale.ROOT);
        if (host.equals("files.slack.com")
                || host.equals("slack-files.com")
                || host.equals("app.slack.com")) {
            return true;
        }
        if (!host.endsWith(".slack.com") || FOR_EVERYBODY.contains(host)) {
            return false;
        }
        var slash = url.indexOf('/', hostEnd);
        if (slash < 0) {
            return false;
        }
        var end = slash + 1;
        while (end < url.length()
                && (Character.isLetter(url.charAt(end)) || url.charAt(end) == '_')) {
            end++;
        }
        return WITHIN.contains(url.substring(slash + 1, end));
    }
}
