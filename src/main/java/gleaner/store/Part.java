package gleaner.store;

import gleaner.news.LinkId;
import gleaner.news.Person;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A link that is part of another.
///
/// @param at when it became that; empty where an older Gleaner did it
/// @param by the name of who did it
public record Part(LinkId link, Optional<Instant> at, Optional<String> by) {

    static String write(Instant at, Person by) {
        return at.toEpochMilli() + " " + by.name();
    }

    static Part read(LinkId link, @Nullable String written) {
        var space = written == null ? -1 : written.indexOf(' ');
        return written == null || space < 0
                ? new Part(link, Optional.empty(), Optional.empty())
                : new Part(
                        link,
                        Optional.of(
                                Instant.ofEpochMilli(Long.parseLong(written.substring(0, space)))),
                        Optional.of(written.substring(space + 1)));
    }
}
