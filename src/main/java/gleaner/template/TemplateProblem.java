package gleaner.template;

/// A template cannot be used: one sentence that names file and line, says what is wrong and what is
/// known there.
public final class TemplateProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sentence;

    /// @param sentence names file and line
    public TemplateProblem(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    TemplateProblem(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    /// For the person who wrote the template.
    public String sentence() {
        return sentence;
    }
}
