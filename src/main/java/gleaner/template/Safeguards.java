package gleaner.template;

import io.pebbletemplates.pebble.extension.AbstractNodeVisitor;
import io.pebbletemplates.pebble.node.BodyNode;
import io.pebbletemplates.pebble.node.ForNode;
import io.pebbletemplates.pebble.node.MacroNode;
import io.pebbletemplates.pebble.node.PrintNode;
import io.pebbletemplates.pebble.node.RootNode;
import io.pebbletemplates.pebble.node.TextNode;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;

/// Puts into a parsed template what holds everywhere in it: whatever is printed is escaped, and
/// every turn is counted.
final class Safeguards extends AbstractNodeVisitor {

    Safeguards(PebbleTemplateImpl template) {
        super(template);
    }

    @Override
    public void visit(PrintNode node) {
        node.setExpression(new Printed(node.getExpression(), node.getLineNumber()));
    }

    @Override
    public void visit(RootNode node) {
        super.visit(node);
        count(node.getBody(), 1);
    }

    @Override
    public void visit(ForNode node) {
        super.visit(node);
        count(node.getBody(), node.getLineNumber());
    }

    @Override
    public void visit(MacroNode node) {
        super.visit(node);
        count(node.getBody(), node.getBody().getLineNumber());
    }

    private static void count(BodyNode body, int line) {
        int written = 0;
        for (var child : body.getChildren()) {
            written += child instanceof TextNode text ? text.getData().length : 0;
        }
        body.getChildren().addFirst(new Turn(line, written));
    }
}
