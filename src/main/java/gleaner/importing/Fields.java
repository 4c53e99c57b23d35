package gleaner.importing;

import gleaner.importing.Problems.Kind;
import gleaner.news.Visibility;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The fields of one line of a transcript.
final class Fields {

    private final JsonNode object;

    Fields(JsonNode line) throws Fault {
        if (!line.isObject()) {
            throw new Fault(Kind.FIELD, "The line is %s, not an object".formatted(Json.type(line)));
        }
        this.object = line;
    }

    Collection<String> names() {
        return object.propertyNames();
    }

    /// A name, on one line, cut where it is endless; nothing where it is missing, null or blank.
    Optional<String> optional(String name) throws Fault {
        return id(name).map(Texts::name);
    }

    /// An id or another string as it is; nothing where it is missing, null or blank.
    Optional<String> id(String name) throws Fault {
        var value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString() && !value.isNumber()) {
            throw new Fault(
                    Kind.FIELD, "'%s' is to be a string, not %s".formatted(name, Json.type(value)));
        }
        var text = Texts.clean(Json.text(value)).strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    String needed(String name) throws Fault {
        return optional(name)
                .orElseThrow(() -> new Fault(Kind.FIELD, "'%s' is missing".formatted(name)));
    }

    /// Words of any length, not stripped.
    String text(String name) throws Fault {
        var value = object.path(name);
        if (!value.isString()) {
            throw new Fault(
                    Kind.FIELD,
                    value.isMissingNode()
                            ? "'%s' is missing".formatted(name)
                            : "'%s' is to be a string, not %s".formatted(name, Json.type(value)));
        }
        return Texts.clean(value.asString());
    }

    boolean flag(String name) throws Fault {
        var value = object.path(name);
        if (!value.isBoolean() && !value.isMissingNode() && !value.isNull()) {
            throw new Fault(
                    Kind.FIELD,
                    "'%s' is to be true or false, not %s".formatted(name, Json.type(value)));
        }
        return value.asBoolean(false);
    }

    Visibility visibility() throws Fault {
        return flag("private") ? Visibility.PRIVATE : Visibility.PUBLIC;
    }

    Instant time(Times times) throws Fault {
        var written = needed("time");
        return times.parse(written)
                .orElseThrow(() ->
                        new Fault(
                                Kind.DATE,
                                "There is no time '%s': %s".formatted(written, Times.HINT)));
    }
}
