package gleaner.news;

/// Somebody who shares, votes or edits.
///
/// @param name as shown; a stranger's own words, so never rendered raw
public record Person(PersonId id, String name) {

    public Person {
        if (name.isBlank()) {
            name = id.name();
        }
    }

    public static Person of(String kind, String name) {
        return new Person(PersonId.of(kind, name), name);
    }
}
