package gleaner.digest;

import gleaner.news.Sections;
import java.time.ZoneId;
import java.util.Locale;

/// How one newsroom's drafts look: the same style and the same links give the same bytes.
///
/// @param zone where the week begins and ends
/// @param locale the newsletter's language, for dates and the HTML's `lang`
/// @param newsletterName plain text
public record DraftStyle(
        Sections sections,
        ZoneId zone,
        Locale locale,
        String newsletterName,
        Wording wording,
        Renderer look) {

    /// The default: British dates and the default wording.
    public static DraftStyle of(
            Sections sections, ZoneId zone, String newsletterName, Renderer look) {
        return new DraftStyle(sections, zone, Locale.UK, newsletterName, Wording.DEFAULT, look);
    }
}
