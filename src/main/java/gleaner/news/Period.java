package gleaner.news;

import java.time.Instant;

/// A stretch of time, its end excluded.
///
/// @param label how it is called in a title: "16–22 November 2026"
public record Period(Instant from, Instant to, String label) {

    public Period {
        if (!from.isBefore(to)) {
            throw GleanerException.usage(
                    "A period must end after it begins: %s is not before %s.".formatted(from, to));
        }
    }

    public boolean contains(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }
}
