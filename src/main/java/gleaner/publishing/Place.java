package gleaner.publishing;

import java.net.URI;

/// A publisher as its sentences name it.
///
/// @param name `Ghost`
/// @param url where it is
/// @param setting the key of `config/gleaner.yaml` that says so
/// @param variable the environment's variable with the key
record Place(String name, URI url, String setting, String variable) {

    /// The address without a slash at its end.
    String base() {
        var text = url.toString();
        var end = text.length();
        while (end > 0 && text.charAt(end - 1) == '/') {
            end--;
        }
        return text.substring(0, end);
    }

    boolean isLocal() {
        var host = String.valueOf(url.getHost());
        return host.equals("localhost")
                || host.equals("[::1]")
                || host.startsWith("127.") && host.chars().allMatch(c -> c == '.' || c <= '9');
    }
}
