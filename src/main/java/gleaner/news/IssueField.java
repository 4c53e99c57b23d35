package gleaner.news;

import java.util.Optional;

/// One of the things that an editor writes for the open issue as a whole; no source ever writes
/// one.
///
/// @param name as it is stored
public record IssueField(String name) {

    /// The issue's title, one line of Markdown.
    public static final IssueField TITLE = new IssueField("title");

    /// The opening words, Markdown.
    public static final IssueField INTRO = new IssueField("intro");

    /// The last words, Markdown.
    public static final IssueField CLOSING = new IssueField("closing");

    /// The interview, a [Chat] as the store writes it.
    public static final IssueField INTERVIEW = new IssueField("interview");

    /// The order of the sections that stand in it, where it is not the usual one: their names with
    /// spaces between, `interview` for the interview.
    public static final IssueField ORDER = new IssueField("order");

    private static final String HEADING = "heading:";
    private static final String SECTION = "section:";

    /// What a section of every issue is called in this one.
    public static IssueField heading(SectionName section) {
        return new IssueField(HEADING + section);
    }

    /// A section of this issue only; its value is its number among those, a space, and its heading.
    public static IssueField section(SectionName section) {
        return new IssueField(SECTION + section);
    }

    /// The section whose heading it is.
    Optional<SectionName> headed() {
        return after(HEADING);
    }

    /// The section that it makes.
    Optional<SectionName> made() {
        return after(SECTION);
    }

    private Optional<SectionName> after(String prefix) {
        return name.startsWith(prefix)
                ? Optional.of(new SectionName(name.substring(prefix.length())))
                : Optional.empty();
    }

    /// What people call it.
    @Override
    public String toString() {
        return headed().map(section -> "heading of " + section)
                .or(() -> made().map(section -> "section " + section))
                .orElse(equals(ORDER) ? "order of the sections" : name);
    }
}
