package gleaner.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The whole newsletter of the invented team as a thread of posts, compared byte for byte with what
/// was read before.
///
/// After a wanted change, `-Dgolden=write` writes the file anew: read it before it is committed.
class NewsletterThreadTest {

    private static final Path GOLDEN = Path.of("src/test/resources/gleaner/app");

    @Test
    void theNewsletterIsReadAsAThread() throws IOException {
        var size = new PostSize(500, 23);
        var published = Files.readString(GOLDEN.resolve("newsletter.published.md"));
        var posts = NumberedPosts.of(PostText.blocks(published), size, "", "");
        assertThat(posts).allMatch(post -> size.of(post) <= 500);
        var thread = String.join("\n\n~~~~~~~~\n\n", posts) + "\n";
        var golden = GOLDEN.resolve("newsletter.posts.txt");
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(golden, thread);
        }
        assertThat(thread).isEqualTo(Files.readString(golden));
    }
}
