package gleaner.slack;

/// A command's words as they were typed: what Slack put in angle brackets is taken out of them
/// again.
///
/// `<https://a.example|a.example>` becomes its URL, `<@U1>` the person's name, `<#C1|security>`
/// `#security`, since who types a tag that is a channel's name too means the tag. Markdown that
/// somebody types stays Markdown.
final class CommandWords {

    private CommandWords() {}

    static String of(String text, SlackNames names) {
        var out = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var end = text.charAt(i) == '<' ? MrkdwnLine.tokenEnd(text, i) : -1;
            if (end < 0) {
                out.append(text.charAt(i));
            } else {
                out.append(token(text.substring(i + 1, end), names));
                i = end;
            }
        }
        return Mrkdwn.unescaped(out.toString()).strip();
    }

    private static String token(String token, SlackNames names) {
        var bar = token.indexOf('|');
        var target = bar < 0 ? token : token.substring(0, bar);
        var label = bar < 0 ? "" : token.substring(bar + 1);
        return switch (target.isEmpty() ? ' ' : target.charAt(0)) {
            case '@' ->
                    "@"
                            + names.person(target.substring(1))
                                    .orElse(label.isEmpty() ? target.substring(1) : label);
            case '#' ->
                    "#"
                            + (label.isEmpty()
                                    ? names.channel(target.substring(1)).orElse(target.substring(1))
                                    : label);
            case '!' -> label.isEmpty() ? "@" + target.substring(1) : label;
            default -> target;
        };
    }
}
