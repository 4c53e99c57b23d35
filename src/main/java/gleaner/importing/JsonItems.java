package gleaner.importing;

import gleaner.importing.Problems.Kind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The objects of a file that is one long JSON array, each by itself: the file is never in memory
/// as a whole.
final class JsonItems {

    /// Takes one object; what is wrong with it is told with its place.
    interface Taking {
        void take(JsonNode item) throws Fault;
    }

    private final JsonMapper json;
    private final int longest;
    private final Problems problems;

    JsonItems(Limits limits, Problems problems) {
        this.json = Json.mapper(limits);
        this.longest = limits.item();
        this.problems = problems;
    }

    /// Gives every good object. What follows upon damage cannot be told apart from it, and is left
    /// out.
    void each(String file, InputStream in, Taking taking) {
        var budget = new Budget(in, longest);
        var text =
                new InputStreamReader(
                        budget,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE));
        var line = 1L;
        try (var parser = json.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                problems.add(
                        Kind.FIELD,
                        file,
                        1,
                        "The file is to be an array of objects; it is left out.");
                return;
            }
            for (var token = parser.nextToken();
                    token != JsonToken.END_ARRAY;
                    token = parser.nextToken()) {
                if (token == null) {
                    problems.add(
                            Kind.JSON,
                            file,
                            line,
                            "The file is cut off here; the rest of it is left out.");
                    return;
                }
                line = parser.currentTokenLocation().getLineNr();
                budget.renew();
                one(file, line, parser, token.isStructStart(), taking);
            }
        } catch (JacksonException e) {
            line = Math.max(line, e.getLocation() == null ? 0 : e.getLocation().getLineNr());
            if (e.getCause() instanceof IOException cause) {
                problems.add(
                        cause instanceof Damage ? Kind.LIMIT : Kind.DAMAGED,
                        file,
                        line,
                        Damage.sentence(cause));
            } else {
                var sentence =
                        "The file %s here; the rest of it is left out.".formatted(Json.fault(e));
                problems.add(Kind.JSON, file, line, sentence);
            }
        }
    }

    private void one(String file, long line, JsonParser parser, boolean nested, Taking taking) {
        var depth = parser.streamReadContext().getNestingDepth() - (nested ? 1 : 0);
        try {
            taking.take(json.readTree(parser));
        } catch (Fault e) {
            problems.add(e.kind, file, line, e.sentence() + "; it is left out.");
        } catch (DatabindException e) {
            problems.add(
                    Kind.JSON,
                    file,
                    line,
                    "The message %s; it is left out.".formatted(Json.fault(e)));
            while (parser.streamReadContext().getNestingDepth() > depth
                    && parser.nextToken() != null) {
                // On to its end.
            }
        }
    }

    /// Ends the stream where one object is longer than is believed.
    private static final class Budget extends FilterInputStream {

        private static final int READ_AHEAD = 1 << 16;

        private final int longest;
        private long left;

        Budget(InputStream in, int longest) {
            super(in);
            this.longest = longest;
            renew();
        }

        void renew() {
            left = longest + (long) READ_AHEAD;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            if (left <= 0) {
                throw new Damage(
                        "A message is longer than %s bytes; it and the rest of the file are left out."
                                .formatted(Texts.number(longest)));
            }
            var n = super.read(buffer, from, length);
            left -= n;
            return n;
        }
    }
}
