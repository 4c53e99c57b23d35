package gleaner.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import okhttp3.HttpUrl;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks a web archive whether it has a copy of a page. The answer is that of the Internet Archive's
/// availability API: <https://archive.org/help/wayback_api.php>.
///
/// Only the address of a page is told to the archive, and only an `https` link on the archive's own
/// host, or below it, is taken for a copy.
public final class Archive {

    private static final int LONGEST = 2000;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Fetcher fetcher;
    private final String service;

    /// @param service the address of the API, to which `?url=` is added
    public Archive(Fetcher fetcher, String service) {
        this.fetcher = fetcher;
        this.service = service;
    }

    /// The latest copy; empty where there is none or nobody answers. Never throws for what it
    /// finds.
    public Optional<String> copyOf(String url) {
        var question = service + "?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8);
        return switch (fetcher.fetch(question)) {
            case FetchFailure _ -> Optional.empty();
            case Fetched fetched -> copy(new String(fetched.bytes(), StandardCharsets.UTF_8));
        };
    }

    private Optional<String> copy(String json) {
        JsonNode closest;
        try {
            closest = MAPPER.readTree(json).path("archived_snapshots").path("closest");
        } catch (JacksonException e) {
            return Optional.empty();
        }
        return closest.path("available").asBoolean(false)
                        && closest.path("status").asString("").equals("200")
                ? own(closest.path("url").asString(""))
                : Optional.empty();
    }

    /// The API still writes `http` for its own host, which answers by `https` as well.
    private Optional<String> own(String written) {
        var lower = written.toLowerCase(Locale.ROOT);
        var url =
                written.length() > LONGEST
                        ? null
                        : HttpUrl.parse(
                                lower.startsWith("http://")
                                        ? "https://" + written.substring("http://".length())
                                        : written);
        var home = HttpUrl.parse(service);
        if (url == null || home == null || !url.isHttps() || !url.username().isEmpty()) {
            return Optional.empty();
        }
        var isOwn = url.host().equals(home.host()) || url.host().endsWith("." + home.host());
        return isOwn && url.port() == 443 && isPlain(url.toString())
                ? Optional.of(url.toString())
                : Optional.empty();
    }

    /// Whether it can stand in a command as it is.
    private static boolean isPlain(String url) {
        return url.chars().allMatch(c -> c > ' ' && c < 0x7F && "`<>\"'\\|".indexOf(c) < 0);
    }
}
