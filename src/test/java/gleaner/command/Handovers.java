package gleaner.command;

import gleaner.news.GleanerException;
import gleaner.news.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Takes whatever is handed over.
final class Handovers implements Publishers {

    final List<String> taken = new ArrayList<>();

    /// What is not set up.
    Optional<GleanerException> missing = Optional.empty();

    /// Why the next one is not taken.
    Optional<GleanerException> trouble = Optional.empty();

    @Override
    public void ready(Destination to) {
        if (missing.isPresent()) {
            throw missing.get();
        }
    }

    @Override
    public Handed hand(Edition issue, List<Edition> latest, Destination to, boolean isConfirmed) {
        if (trouble.isPresent()) {
            var thrown = trouble.get();
            trouble = Optional.empty();
            throw thrown;
        }
        taken.add(issue.number() + " " + to + (isConfirmed ? " confirmed" : ""));
        return new Handed(
                "made",
                "Issue %d went to %s.".formatted(issue.number(), to.shown()),
                Optional.empty());
    }

    @Override
    public String rehearse(Edition issue, List<Edition> latest, Destination to) {
        return "Issue %d would go to %s.".formatted(issue.number(), to.shown());
    }

    @Override
    public String feed(
            FeedForm form, List<Edition> issues, Optional<Tag> tag, UnaryOperator<Tag> current) {
        return "%s %s %s"
                .formatted(
                        form,
                        issues.stream().map(Edition::number).toList(),
                        tag.map(current).map(Tag::toString).orElse("all"));
    }
}
