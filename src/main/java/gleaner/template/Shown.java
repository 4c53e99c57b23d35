package gleaner.template;

/// Words as they stand in the page: escaped for its format, printed as they are.
public record Shown(String text) {

    /// Nothing.
    public static final Shown NOTHING = new Shown("");

    /// As it stands in the page.
    @Override
    public String toString() {
        return text;
    }
}
