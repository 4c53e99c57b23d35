package gleaner.news;

/// A picture that an editor gave an item.
///
/// @param url `https`
/// @param alt what it shows, plain text; empty where nobody said
/// @param credit whose it is, plain text; may be empty
public record ItemPicture(String url, String alt, String credit) {}
