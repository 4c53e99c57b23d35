package gleaner.news;

import java.util.regex.Pattern;

/// One team's world: its channels, people, sections, links and issues never mix with another's.
///
/// @param value 1 to 40 characters of `a-z`, `0-9` and `-`; part of every Redis key
public record NewsroomId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public NewsroomId {
        if (!FORM.matcher(value).matches()) {
            throw GleanerException.usage(
                    "A newsroom's id is 1 to 40 characters of a-z, 0-9 and '-', not '%s'."
                            .formatted(Excerpt.of(value)));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
