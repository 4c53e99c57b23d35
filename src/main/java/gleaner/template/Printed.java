package gleaner.template;

import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.NodeVisitor;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.node.expression.Expression;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import org.jspecify.annotations.Nullable;

/// What stands in every `{{ … }}`: the value in the page's format. There is no way around it.
final class Printed implements Expression<String> {

    private final Expression<?> value;
    private final int line;

    Printed(Expression<?> value, int line) {
        this.value = value;
        this.line = line;
    }

    @Override
    public String evaluate(PebbleTemplateImpl self, EvaluationContextImpl context) {
        var text = shown(value.evaluate(self, context), line, self.getName()).text();
        Rendering.NOW.get().turn(text.length(), line, self.getName());
        return text;
    }

    /// @throws PebbleException if it is nothing that can be printed
    static Shown shown(@Nullable Object value, int line, String file) {
        return switch (value) {
            case Shown shown -> shown;
            // What a macro of the template wrote.
            case SafeString written -> new Shown(written.toString());
            case String words -> Rendering.NOW.get().language().escape(words);
            case Integer number -> new Shown(number.toString());
            case Long number -> new Shown(number.toString());
            case Boolean truth -> new Shown(truth.toString());
            case null ->
                    throw new PebbleException(
                            null, "nothing is there that could be printed", line, file);
            default ->
                    throw new PebbleException(
                            null,
                            "%s cannot be printed; print something in it"
                                    .formatted(Names.kind(value)),
                            line,
                            file);
        };
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visit(this);
    }

    @Override
    public int getLineNumber() {
        return line;
    }
}
