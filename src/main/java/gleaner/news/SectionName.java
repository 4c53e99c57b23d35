package gleaner.news;

import java.util.Optional;

/// A section's name as people type it: `news-in-brief`.
///
/// @param value letters and digits, folded, joined by `-`
public record SectionName(String value) {

    public SectionName {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A section's name must not be blank.");
        }
    }

    /// The name that a heading or somebody's writing of it stands for: `News in brief` is
    /// `news-in-brief`.
    public static Optional<SectionName> parse(String written) {
        var name = new StringBuilder();
        Tag.fold(written)
                .codePoints()
                .forEach(c -> {
                    if (Character.isLetterOrDigit(c)) {
                        name.appendCodePoint(c);
                    } else if (!name.isEmpty() && name.charAt(name.length() - 1) != '-') {
                        name.append('-');
                    }
                });
        while (!name.isEmpty() && name.charAt(name.length() - 1) == '-') {
            name.setLength(name.length() - 1);
        }
        return name.isEmpty() ? Optional.empty() : Optional.of(new SectionName(name.toString()));
    }

    @Override
    public String toString() {
        return value;
    }
}
