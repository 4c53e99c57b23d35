package gleaner.capture;

import java.util.List;

/// A URL on its way to a key: no scheme, no `www.`, the path in segments, the query in parameters.
///
/// @param host with its port when it is not the scheme's own
/// @param segments the path without empty, `.` and `..` segments
/// @param params in the order written
/// @param fragment as written
record Address(String host, List<String> segments, List<Param> params, String fragment) {

    /// A query parameter in its one spelling; a value that is missing is empty.
    record Param(String name, String value) {

        @Override
        public String toString() {
            return value.isEmpty() ? name : name + "=" + value;
        }
    }

    static Address of(String host, String... segments) {
        return new Address(host, List.of(segments), List.of(), "");
    }

    Address withHost(String other) {
        return new Address(other, segments, params, fragment);
    }

    Address withSegments(List<String> others) {
        return new Address(host, List.copyOf(others), params, fragment);
    }

    Address withParams(List<Param> others) {
        return new Address(host, segments, List.copyOf(others), fragment);
    }

    Address withFragment(String other) {
        return new Address(host, segments, params, other);
    }

    /// The same page without what follows the path.
    Address pathOnly() {
        return new Address(host, segments, List.of(), "");
    }

    int size() {
        return segments.size();
    }

    /// A segment, or an empty text beyond the last.
    String segment(int index) {
        return index >= 0 && index < segments.size() ? segments.get(index) : "";
    }

    String last() {
        return segment(segments.size() - 1);
    }

    /// The value of the first parameter of that name, or an empty text.
    String param(String name) {
        for (Param param : params) {
            if (param.name().equals(name)) {
                return param.value();
            }
        }
        return "";
    }

    String path() {
        return "/" + String.join("/", segments);
    }
}
