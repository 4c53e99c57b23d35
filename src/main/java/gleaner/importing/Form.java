package gleaner.importing;

/// The forms in which an archive may come; its contents decide, not its name.
public enum Form {
    /// A workspace's export as Slack makes it, zipped or unpacked:
    /// <https://slack.com/help/articles/220556107-How-to-read-Slack-data-exports>.
    SLACK_EXPORT("Slack export"),
    /// A JSON object a line: who said what where and when, see [Transcript].
    TRANSCRIPT("transcript"),
    /// Links in columns, see [Table].
    TABLE("table"),
    /// Nothing at all.
    EMPTY("empty file");

    private final String words;

    Form(String words) {
        this.words = words;
    }

    /// As it is called in a sentence.
    @Override
    public String toString() {
        return words;
    }
}
