package gleaner.capture;

import gleaner.news.CapturedShare;
import gleaner.news.Event.MessagePosted;
import gleaner.news.GleanerException;
import gleaner.news.Link;
import gleaner.news.Share;
import gleaner.news.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// What a message shares: each link in its words once, with the hashtags and the sentence around
/// it.
public final class Capture {

    /// The most links that one message may share, the first ones in it.
    public static final int MAX_LINKS = 10_000;

    /// The most hashtags of one message that are kept, the first ones in it.
    public static final int MAX_TAGS = 50;

    private final LinkKeys linkKeys;

    public Capture(LinkKeys linkKeys) {
        this.linkKeys = linkKeys;
    }

    /// The shares of a message.
    ///
    /// @param edited when its words were changed, where they are not the first
    public List<CapturedShare> shares(MessagePosted message, Optional<Instant> edited) {
        var text = MessageText.of(message.text());
        var tags = tags(text);
        var shares = new ArrayList<CapturedShare>();
        var seen = new HashSet<gleaner.news.LinkKey>();
        for (var found : text.links()) {
            if (shares.size() == MAX_LINKS) {
                break;
            }
            var url = WebUrl.of(found.url());
            if (url.isEmpty()) {
                continue;
            }
            var key = linkKeys.of(url.get());
            if (seen.add(key)) {
                shares.add(
                        new CapturedShare(
                                key,
                                new Share(
                                        message.message(),
                                        message.person(),
                                        message.channel(),
                                        message.time(),
                                        url.get(),
                                        found.words(),
                                        found.sentence(),
                                        tags,
                                        found.quoted(),
                                        message.visibility(),
                                        message.permalink(),
                                        message.section(),
                                        edited,
                                        Optional.empty())));
            }
        }
        return shares;
    }

    /// Whether a URL in these words is longer than [Link#MAX_URL], so that it is no link.
    public static boolean leavesOut(String words) {
        if (words.length() <= Link.MAX_URL) {
            return false;
        }
        for (int i = words.indexOf("://"); i >= 0; i = words.indexOf("://", i + 3)) {
            int start = MessageTextUrl.schemeStart(words, i);
            if (start >= 0 && end(words, i) - start > Link.MAX_URL) {
                return true;
            }
        }
        return false;
    }

    private static int end(String words, int from) {
        int end = from;
        while (end < words.length()
                && end - from <= Link.MAX_URL
                && words.charAt(end) > ' '
                && "<>\"`".indexOf(words.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static List<Tag> tags(MessageText text) {
        return text.hashtags().stream()
                .limit(MAX_TAGS)
                .flatMap(written -> tag(written).stream())
                .distinct()
                .toList();
    }

    private static Optional<Tag> tag(String written) {
        try {
            return Optional.of(Tag.of(written));
        } catch (GleanerException e) {
            return Optional.empty();
        }
    }
}
