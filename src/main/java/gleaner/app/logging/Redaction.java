package gleaner.app.logging;

import java.util.regex.Pattern;

/// Takes secrets out of words that somebody may read: a last net, since no sentence of ours should
/// hold one.
///
/// Works in time linear in the text: each form begins with letters that cannot stand in the form's
/// own middle.
public final class Redaction {

    /// Slack's tokens: `xoxb-`, `xoxp-`, `xoxe.xoxp-` and so on, and the app-level `xapp-`.
    private static final Pattern SLACK =
            Pattern.compile("\\b(xox[a-z]|xapp)-(?=[A-Za-z0-9_-])[A-Za-z0-9._-]++");

    /// The user and password of a URL, whatever its scheme; a password may hold an unescaped `@`.
    private static final Pattern USER = Pattern.compile("://[^/\\s\"'<>?#]*@");

    /// 'Basic Information' is a page of Slack's, to which a remedy sends people.
    private static final Pattern BEARER =
            Pattern.compile(
                    "(?i)\\b(bearer|basic)[ \\t]++(?!(?-i:Information)\\b)[A-Za-z0-9._~+/=-]{8,}+");

    /// An incoming webhook's URL is its own password.
    private static final Pattern WEBHOOK =
            Pattern.compile(
                    "(hooks\\.slack\\.com/(?:services|workflows|triggers)/)[A-Za-z0-9/_-]++");

    private static final Pattern PARAMETER =
            Pattern.compile(
                    "(?i)([?&](?:access_token|token|secret|password|api_key|key|signature|sig)=)[^&\\s\"'<>#]++");

    private Redaction() {}

    /// The text with `***` where a secret stood.
    public static String of(String text) {
        var safe = text;
        if (safe.contains("xox") || safe.contains("xapp-")) {
            safe = SLACK.matcher(safe).replaceAll("$1-***");
        }
        if (safe.indexOf('@') >= 0) {
            safe = USER.matcher(safe).replaceAll("://***@");
        }
        safe = BEARER.matcher(safe).replaceAll("$1 ***");
        if (safe.contains("hooks.slack.com/")) {
            safe = WEBHOOK.matcher(safe).replaceAll("$1***");
        }
        if (safe.indexOf('=') >= 0) {
            safe = PARAMETER.matcher(safe).replaceAll("$1***");
        }
        return safe;
    }
}
