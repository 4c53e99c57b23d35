package gleaner.publishing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A request to a publisher, without the key.
///
/// @param path from the publisher's address on, with the query
/// @param headers besides the key's, in their order
record Ask(String method, String path, Map<String, String> headers, Optional<String> body) {

    Ask {
        headers = new LinkedHashMap<>(headers);
    }

    static Ask get(String path) {
        return new Ask("GET", path, Map.of(), Optional.empty());
    }

    static Ask json(String method, String path, String body) {
        return new Ask(method, path, Map.of("Content-Type", "application/json"), Optional.of(body));
    }

    Ask with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Ask(method, path, more, body);
    }
}
