package gleaner.template;

import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.node.expression.BinaryExpression;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import org.jspecify.annotations.Nullable;

/// `a ~ b`: plain words stay plain, to be escaped when they are printed; beside what is escaped
/// already they are escaped here.
final class Joined extends BinaryExpression<Object> {

    private static final int LONGEST = 1_000_000;

    @Override
    public Object evaluate(PebbleTemplateImpl self, EvaluationContextImpl context) {
        var left = getLeftExpression().evaluate(self, context);
        var right = getRightExpression().evaluate(self, context);
        if (left instanceof Shown || right instanceof Shown) {
            return new Shown(checked(shown(left, self) + shown(right, self), self));
        }
        return checked(plain(left, self) + plain(right, self), self);
    }

    private String shown(@Nullable Object value, PebbleTemplateImpl self) {
        return Printed.shown(value, getLineNumber(), self.getName()).text();
    }

    private String plain(@Nullable Object value, PebbleTemplateImpl self) {
        return switch (value) {
            case String words -> words;
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case null, default -> throw problem("~ joins words and numbers", self);
        };
    }

    private String checked(String joined, PebbleTemplateImpl self) {
        if (joined.length() > LONGEST) {
            throw problem(
                    "words joined by ~ become longer than %,d characters".formatted(LONGEST), self);
        }
        return joined;
    }

    private PebbleException problem(String sentence, PebbleTemplateImpl self) {
        return new PebbleException(null, sentence, getLineNumber(), self.getName());
    }
}
