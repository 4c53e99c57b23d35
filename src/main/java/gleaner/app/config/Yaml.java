package gleaner.app.config;

import gleaner.news.Excerpt;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Text to the tree of its values, with what YAML allows and a configuration has no use for
/// refused: anchors (which also make bombs), deep nesting (which overflows stacks), several
/// documents.
final class Yaml {

    private static final int DEEPEST = 20;

    private Yaml() {}

    /// The tree; empty where the text says nothing, and where it is no YAML, which is noted.
    static Optional<Node> compose(String text, Problems problems) {
        var settings = LoadSettings.builder().setAllowNonScalarKeys(true).build();
        try {
            return new Composer(
                            settings,
                            new Guard(new ParserImpl(settings, new StreamReader(settings, text))))
                    .getSingleNode();
        } catch (Refused e) {
            problems.add(e.line, e.sentence);
        } catch (MarkedYamlEngineException e) {
            var mark = e.getProblemMark().or(e::getContextMark);
            problems.add(mark.map(Mark::getLine).orElse(0) + 1, sentence(e, text));
        } catch (ReaderException e) {
            problems.add(
                    lineAt(text, e.getPosition()),
                    "the character U+%04X may not stand in YAML.".formatted(e.getCodePoint()));
        } catch (YamlEngineException e) {
            problems.add(
                    1,
                    "this is not YAML that is read here: %s."
                            .formatted(Excerpt.of(String.valueOf(e.getMessage()), 120)));
        }
        return Optional.empty();
    }

    private static String sentence(MarkedYamlEngineException e, String text) {
        var problem = String.valueOf(e.getProblem());
        var opened = e.getContextMark().map(mark -> mark.getLine() + 1);
        var line =
                text.lines()
                        .skip(e.getProblemMark().map(Mark::getLine).orElse(0))
                        .findFirst()
                        .orElse("");
        var context = String.valueOf(e.getContext());
        if (problem.contains("\\t(TAB)")) {
            return "a tab stands where YAML allows only spaces; indent with spaces.";
        }
        if (context.contains("alias")) {
            return "a * that stands for everybody needs quotes: \"*\".";
        }
        if (problem.contains("'@'") || problem.contains("'`'") || problem.contains("'%'")) {
            return "a value that starts with %s needs quotes."
                    .formatted(problem.replaceAll("[^@`%]", "").charAt(0));
        }
        if (context.contains("flow sequence") || context.contains("flow mapping")) {
            return "the %s that opens in line %s is not closed%s."
                    .formatted(
                            context.contains("sequence") ? "'['" : "'{'",
                            opened.map(String::valueOf).orElse("?"),
                            opened.flatMap(number -> text.lines().skip(number - 1).findFirst())
                                            .filter(first -> first.contains("#"))
                                            .isPresent()
                                    ? "; a # begins a comment, so a tag with one needs quotes: \"#security\""
                                    : "");
        }
        if (context.contains("quoted scalar") && problem.contains("end of stream")) {
            return "the quotes that open in line %s are not closed."
                    .formatted(opened.map(String::valueOf).orElse("?"));
        }
        if (problem.contains("mapping values are not allowed")) {
            return "a key may not stand here: the indentation does not fit the lines above, or a value with a colon"
                    + " and a space needs quotes.";
        }
        if (context.contains("expected a single document")) {
            return "the file should hold one document; take the line '---' out.";
        }
        return "this is not YAML: %s (%s)."
                .formatted(Excerpt.of(problem, 120), Excerpt.of("'" + line.strip() + "'", 60));
    }

    static int lineAt(String text, int position) {
        return 1 + (int) text.codePoints().limit(position).filter(c -> c == '\n').count();
    }

    private static final class Refused extends YamlEngineException {
        private static final long serialVersionUID = 1L;
        private final int line;
        private final String sentence;

        Refused(Event event, String sentence) {
            super(sentence);
            this.line = event.getStartMark().map(Mark::getLine).orElse(0) + 1;
            this.sentence = sentence;
        }
    }

    /// Hands events on as long as they are of the kinds that a configuration needs.
    private static final class Guard implements Parser {
        private final Parser parser;
        private int depth;

        Guard(Parser parser) {
            this.parser = parser;
        }

        @Override
        public boolean checkEvent(Event.ID choice) {
            return parser.checkEvent(choice);
        }

        @Override
        public Event peekEvent() {
            return parser.peekEvent();
        }

        @Override
        public boolean hasNext() {
            return parser.hasNext();
        }

        @Override
        public Event next() {
            var event = parser.next();
            if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
                throw new Refused(
                        event,
                        "anchors and aliases (&%s, *%s) are not read here; write the value out, or quote it where it"
                                        .formatted(
                                                node.getAnchor().get().getValue(),
                                                node.getAnchor().get().getValue())
                                + " only begins with & or *.");
            }
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                default -> {}
            }
            if (depth > DEEPEST) {
                throw new Refused(event, "values are nested more than %d deep.".formatted(DEEPEST));
            }
            return event;
        }
    }
}
