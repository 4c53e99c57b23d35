package gleaner.template;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.error.RootAttributeNotFoundException;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A compiled template; may be used by several threads.
///
/// The words are Pebble's, in a [Sandbox]: `{{ name }}` prints and escapes, whatever it is; a line
/// end right behind `%}` or `#}` is left out, one behind `}}` stays.
public final class Template {

    private static final Pattern TOKEN =
            Pattern.compile(
                    "Unexpected token of value \"(.*)\" and type (\\w+), expected token of type (\\w+)");

    /// What else the engine says of a template that it cannot read, and how we do.
    private static final Map<Pattern, String> COMPLAINTS =
            Map.of(
                    Pattern.compile("^Unexpected token \"\\w+\" of value \"(.*)\""),
                    "'%s' stands where something else is expected",
                    Pattern.compile("^Unexpected character \\[(.)]"),
                    "'%s' stands where something else is expected",
                    Pattern.compile("^Unexpected tag name \"(\\w+)\""),
                    "there is no tag '%s', or none that it belongs to",
                    Pattern.compile("^Unexpected end of template.*\"(\\w+)\" tag", Pattern.DOTALL),
                    "the file ends before the tag '%s'",
                    Pattern.compile("^Function or Macro \\[(\\w+)] does not exist"),
                    "there is no macro '%s'; 'import' brings those of another file",
                    Pattern.compile("^Unclosed \"(.)\""),
                    "%s is not closed");

    private final String file;
    private final Sources sources;
    private final Names names = new Names();
    private final PebbleTemplate compiled;

    private Template(String file, Sources sources, Filters filters) {
        this.file = file;
        this.sources = sources;
        this.compiled =
                new PebbleEngine.Builder()
                        .loader(new SourceLoader(sources))
                        .registerExtensionCustomizer(Sandbox::allowed)
                        .extension(Sandbox.added(filters, names))
                        .autoEscaping(false)
                        .strictVariables(true)
                        .newLineTrimming(false)
                        .defaultLocale(Locale.ROOT)
                        .build()
                        .getTemplate(file);
    }

    /// Compiles a template of those sources; what it includes is compiled when it is first needed.
    ///
    /// @param filters those that are known besides the ones of all formats
    /// @throws TemplateProblem if it is not there or not written as a template is
    public static Template compile(String file, Sources sources, Filters filters) {
        try {
            return new Template(file, sources, filters);
        } catch (PebbleException e) {
            throw problem(e, file, sources, Optional.empty());
        } catch (StackOverflowError e) {
            throw new TemplateProblem(place(sources, file) + ": it is nested too deeply.", e);
        }
    }

    /// The page.
    ///
    /// @throws TemplateProblem if it asks for what is not there, or has no end
    public String render(View page, Language language) {
        var to = new StringWriter(1 << 14);
        try {
            ScopedValue.where(Rendering.NOW, new Rendering(language))
                    .call(() -> {
                        compiled.evaluate(to, names.values(page));
                        return to;
                    });
            return to.toString();
        } catch (PebbleException e) {
            throw problem(e, file, sources, Optional.of(known(page, e)));
        } catch (StackOverflowError e) {
            throw new TemplateProblem(
                    place(sources, file)
                            + ": a macro or an included file calls itself without end.",
                    e);
        } catch (IllegalArgumentException
                | ClassCastException
                | UnsupportedOperationException
                | IOException e) {
            throw new TemplateProblem(
                    place(sources, file) + ": " + String.valueOf(e.getMessage()) + ".", e);
        }
    }

    /// How its file is called.
    public String place() {
        return place(sources, file);
    }

    private String known(View page, PebbleException problem) {
        var all = new TreeSet<>(names.of(page));
        return innermost(problem) instanceof RootAttributeNotFoundException missing
                        && all.contains(missing.getAttributeName())
                ? "a macro knows only what is handed to it in its brackets"
                : "known there: " + String.join(", ", all);
    }

    private static TemplateProblem problem(
            PebbleException thrown, String file, Sources sources, Optional<String> known) {
        var e = innermost(thrown);
        var where =
                place(sources, e.getFileName() == null ? file : e.getFileName())
                        + (e.getLineNumber() == null ? "" : ", line " + e.getLineNumber());
        var what =
                e instanceof RootAttributeNotFoundException missing
                        ? "nothing is called '%s'; %s"
                                .formatted(missing.getAttributeName(), known.orElse(""))
                        : inOurWords(e.getPebbleMessage());
        return new TemplateProblem(
                where + ": " + what + (what.endsWith(".") || what.endsWith("?") ? "" : "."),
                thrown);
    }

    private static String inOurWords(String message) {
        var token = TOKEN.matcher(message);
        if (message.matches("Unexpected character \\[[\\s\\x00]*]")) {
            return "a '{{' or '{%' is not closed in its line";
        }
        if (!token.find()) {
            return COMPLAINTS.entrySet().stream()
                    .flatMap(complaint -> told(complaint.getKey(), complaint.getValue(), message))
                    .findFirst()
                    .orElseGet(() -> message.replace("Pebble was", "It was").replace('\n', ' '));
        }
        var expected =
                switch (token.group(3)) {
                    case "PRINT_END" -> "'}}'";
                    case "EXECUTE_END" -> "'%}'";
                    case "NAME" -> "a name";
                    default -> "something else";
                };
        var found =
                token.group(2).equals("EOF") ? "the file ends" : "'" + token.group(1) + "' stands";
        return "%s where %s is expected".formatted(found, expected);
    }

    private static Stream<String> told(Pattern complaint, String told, String message) {
        var found = complaint.matcher(message);
        return found.find() ? Stream.of(told.formatted(found.group(1))) : Stream.empty();
    }

    /// The engine wraps what went wrong in a condition.
    private static PebbleException innermost(PebbleException thrown) {
        var e = thrown;
        while (e.getCause() instanceof PebbleException cause) {
            e = cause;
        }
        return e;
    }

    private static String place(Sources sources, String file) {
        return sources.of(file).map(Source::place).orElseGet(() -> sources.placeOf(file));
    }
}
