package gleaner.app;

import gleaner.app.config.Config;
import gleaner.digest.format.Look;
import gleaner.template.TemplateFolder;
import gleaner.template.TemplateProblem;

/// The look that drafts have now: whoever saves a template sees it in the next draft. While one
/// cannot be used, the last that could is.
final class Looks {

    private final String name;
    private final TemplateFolder folder;
    private Look look = Look.HOUSE;
    private String stamp = "";

    Looks(String name, TemplateFolder folder) {
        this.name = name;
        this.folder = folder;
    }

    /// Those that are configured.
    static Looks of(Config config) {
        var digest = config.digest();
        return new Looks(
                digest.template(),
                new TemplateFolder(digest.templates(), "config/templates", digest.template()));
    }

    /// Reads the templates if one has changed since.
    synchronized Look now() {
        var found = folder.stamp();
        if (!found.equals(stamp) || stamp.isEmpty()) {
            look = read();
            stamp = found;
        }
        return look;
    }

    private Look read() {
        try {
            if (Look.SHIPPED.contains(name) && folder.isAsShipped()) {
                return Look.shipped(name);
            }
            var isFirst = stamp.isEmpty() && Look.SHIPPED.contains(name);
            return Look.of(folder.read(), isFirst ? Look.shipped(name) : look);
        } catch (TemplateProblem e) {
            return look.with(e);
        }
    }
}
