package gleaner.template;

import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.node.expression.BinaryExpression;
import io.pebbletemplates.pebble.node.expression.FilterInvocationExpression;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import org.jspecify.annotations.Nullable;

/// `a | b`: unlike the engine's own, what a macro wrote stays what is escaped already.
final class Filtered extends BinaryExpression<Object> {

    @Override
    public @Nullable Object evaluate(PebbleTemplateImpl self, EvaluationContextImpl context) {
        var asked = (FilterInvocationExpression) getRightExpression();
        var filter = context.getExtensionRegistry().getFilter(asked.getFilterName());
        if (filter == null) {
            throw new PebbleException(
                    null,
                    "there is no filter '%s' in this format".formatted(asked.getFilterName()),
                    getLineNumber(),
                    self.getName());
        }
        var input = getLeftExpression().evaluate(self, context);
        return filter.apply(
                input instanceof SafeString written ? new Shown(written.toString()) : input,
                asked.getArgs().getArgumentMap(self, context, filter),
                self,
                context,
                getLineNumber());
    }
}
