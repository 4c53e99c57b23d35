package gleaner.publishing;

import java.util.function.Supplier;

/// What stands in `Authorization`.
///
/// @param scheme the word before the key
/// @param secret the text that no sentence may hold
/// @param value what stands behind the scheme; made anew for each request
record Credential(String scheme, String secret, Supplier<String> value) {

    @Override
    public String toString() {
        return scheme + " …";
    }
}
