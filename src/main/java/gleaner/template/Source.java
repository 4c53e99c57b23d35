package gleaner.template;

/// The text of one file.
///
/// @param place how it is called in what is said about it, such as
///   `config/templates/house/issue.md`
public record Source(String place, String text) {}
