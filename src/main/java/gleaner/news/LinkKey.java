package gleaner.news;

/// What two URLs of the same page have in common: it is only ever compared, never shown or fetched.
///
/// @param value the canonical form, not necessarily a URL that answers
public record LinkKey(String value) {

    public LinkKey {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A link key must not be blank.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
