package gleaner.slack;

/// For whom a reply is shown.
///
/// @param editor whether there are buttons that only an editor may press
/// @param notice what is said above it, in Slack's markup; empty for nothing
record Showing(boolean editor, String notice) {

    static final Showing PLAIN = new Showing(false, "");
}
