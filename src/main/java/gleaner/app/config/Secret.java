package gleaner.app.config;

/// A text that no log, error or dump may show.
///
/// @param reveal the text itself
public record Secret(String reveal) {

    @Override
    public String toString() {
        return "(secret)";
    }
}
