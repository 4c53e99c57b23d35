package gleaner.publishing;

import java.util.Locale;

/// Whose issues are carried.
///
/// @param team tells the drafts of two newsrooms apart
/// @param name plain text
public record Newsletter(String team, String name, Locale language) {}
