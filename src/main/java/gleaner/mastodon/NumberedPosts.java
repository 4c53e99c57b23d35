package gleaner.mastodon;

import gleaner.mastodon.PostText.Block;
import java.util.ArrayList;
import java.util.List;

/// A long text as the posts of a thread, each with its number: `2/7`.
///
/// It is cut between paragraphs and items and never within one, unless that one alone is too long
/// for a post; a heading goes with what comes after it. The same text gives the same posts.
final class NumberedPosts {

    private static final String BETWEEN = "\n\n";

    private final PostSize size;
    private final String start;
    private final int room;

    /// @param address who is mentioned at the start of each post; empty for nobody
    /// @param warning the content warning, which servers count too
    private NumberedPosts(PostSize size, String address, String warning, int digits) {
        this.size = size;
        this.start = address.isEmpty() ? "" : address + " ";
        var number = BETWEEN.length() + 2 * digits + 1;
        this.room = Math.max(20, size.most() - size.of(start) - size.of(warning) - number);
    }

    /// The posts; one alone has no number.
    static List<String> of(List<Block> blocks, PostSize size, String address, String warning) {
        for (int digits = 1; ; digits++) {
            var posts = new NumberedPosts(size, address, warning, digits);
            var cut = posts.packed(blocks);
            if (String.valueOf(cut.size()).length() <= digits) {
                return posts.numbered(cut);
            }
        }
    }

    private List<String> numbered(List<String> cut) {
        var posts = new ArrayList<String>();
        for (var text : cut) {
            var number = BETWEEN + (posts.size() + 1) + "/" + cut.size();
            posts.add(start + text + (cut.size() == 1 ? "" : number));
        }
        return List.copyOf(posts);
    }

    private List<String> packed(List<Block> blocks) {
        var cut = new ArrayList<String>();
        var post = new StringBuilder();
        var taken = 0;
        for (int i = 0; i < blocks.size(); ) {
            var end = together(blocks, i);
            var text = text(blocks.subList(i, end));
            var gap =
                    i > 0 && blocks.get(i).isItem() && blocks.get(i - 1).isItem() ? "\n" : BETWEEN;
            var length = size.of(text);
            if (!post.isEmpty() && taken + gap.length() + length > room) {
                cut.add(post.toString());
                post.setLength(0);
                taken = 0;
            }
            if (!post.isEmpty()) {
                post.append(gap);
                taken += gap.length();
            }
            for (; length > room; length = size.of(text)) {
                var part = size.beginning(text, room);
                cut.add(part.strip());
                text = text.substring(part.length()).strip();
            }
            post.append(text);
            taken += length;
            i = end;
        }
        if (!post.isEmpty()) {
            cut.add(post.toString());
        }
        return cut;
    }

    /// Where the part ends that begins there with headings and goes on to the first that is none.
    private static int together(List<Block> blocks, int from) {
        var end = from;
        while (end < blocks.size() - 1 && blocks.get(end).isHeading()) {
            end++;
        }
        return end + 1;
    }

    private static String text(List<Block> blocks) {
        return String.join(BETWEEN, blocks.stream().map(Block::text).toList());
    }
}
