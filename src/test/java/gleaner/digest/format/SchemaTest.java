package gleaner.digest.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What `docs/draft.schema.json` promises to those who read a draft's JSON holds of every golden
/// draft, and nothing stands in one that the schema does not tell of.
class SchemaTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path SCHEMA = Path.of("docs/draft.schema.json");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "digest/week.json",
                "digest/editor.json",
                "app/week.json",
                "app/newsletter.json"
            })
    void aDraftIsAsTheSchemaSays(String golden) throws IOException {
        var draft = Files.readString(Path.of("src/test/resources/gleaner", golden));
        assertThat(faults(Files.readString(SCHEMA), draft)).isEmpty();
        assertThat(faults(closed(JSON.readTree(SCHEMA)).toString(), draft))
                .as("a field that docs/draft.schema.json does not tell of")
                .isEmpty();
    }

    @Test
    void whatIsLeftOutOrOfAnotherKindIsFound() throws IOException {
        var draft =
                (ObjectNode) JSON.readTree(Path.of("src/test/resources/gleaner/digest/week.json"));
        draft.remove("period");
        draft.put("number", "7");
        ((ObjectNode) draft.at("/sections/0/items/0")).put("state", "lost");
        assertThat(faults(Files.readString(SCHEMA), draft.toString())).hasSize(3);
    }

    private static java.util.List<com.networknt.schema.Error> faults(String schema, String json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON)
                .validate(json, InputFormat.JSON);
    }

    /// The schema with no field allowed that it does not name.
    private static JsonNode closed(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(SchemaTest::closed);
        return schema;
    }
}
