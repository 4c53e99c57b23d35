package gleaner.publishing;

import gleaner.news.GleanerException;
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

    /// @throws GleanerException where a key would travel in the open
    void mustBeSafe() {
        if (!"https".equalsIgnoreCase(url.getScheme()) && !isLocal()) {
            throw GleanerException.failed(
                    "%s should begin with https://, or the key could be read on the way; plain http only for localhost."
                            .formatted(setting));
        }
    }

    private boolean isLocal() {
        var host = String.valueOf(url.getHost());
        return host.equals("localhost")
                || host.equals("[::1]")
                || (host.startsWith("127.")
                        && host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9')));
    }
}
