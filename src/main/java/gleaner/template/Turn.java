package gleaner.template;

import io.pebbletemplates.pebble.extension.NodeVisitor;
import io.pebbletemplates.pebble.node.AbstractRenderableNode;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import java.io.Writer;

/// Stands first in every loop, macro and file, and counts.
final class Turn extends AbstractRenderableNode {

    private final int characters;

    /// @param characters of the template that are written with it
    Turn(int line, int characters) {
        super(line);
        this.characters = characters;
    }

    @Override
    public void render(PebbleTemplateImpl self, Writer writer, EvaluationContextImpl context) {
        Rendering.NOW.get().turn(characters, getLineNumber(), self.getName());
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visit(this);
    }
}
