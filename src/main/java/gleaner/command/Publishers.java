package gleaner.command;

import gleaner.news.Tag;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Carries published issues out of the house. Nothing that it does sends anything to readers.
public interface Publishers {

    /// What came of handing over.
    ///
    /// @param outcome `made`, `updated` or `unchanged`
    /// @param sentence for the editor, in Markdown
    /// @param url where the draft is found
    record Handed(String outcome, String sentence, Optional<String> url) {}

    /// Looks whether all that is needed to hand over is set here; asks nobody.
    ///
    /// @throws gleaner.news.GleanerException with what is missing, in Markdown
    void ready(Destination to);

    /// Makes a draft of the issue there, or brings the one that was made before up to date. Asked
    /// twice, it makes nothing twice.
    ///
    /// @param latest the latest published issues, for the feeds that go with files
    /// @param isConfirmed whether a draft that was changed there by hand may be written over
    /// @throws gleaner.news.GleanerException FAILED, USAGE or UNAVAILABLE with a sentence in
    ///   Markdown that says what is wrong and what to do; asked again, it goes on where it ended
    Handed hand(Edition issue, List<Edition> latest, Destination to, boolean isConfirmed);

    /// What [#hand] would ask or do, as plain text without any key; nothing is asked or done.
    ///
    /// @throws gleaner.news.GleanerException as [#hand]
    String rehearse(Edition issue, List<Edition> latest, Destination to);

    /// A feed.
    ///
    /// @param issues the latest first
    /// @param tag where there is one, each item of theirs with that tag is an entry instead of each
    ///   issue
    /// @param current what a tag is called now
    String feed(FeedForm form, List<Edition> issues, Optional<Tag> tag, UnaryOperator<Tag> current);
}
