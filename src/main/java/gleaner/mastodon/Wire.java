package gleaner.mastodon;

import gleaner.mastodon.MastodonApi.Account;
import gleaner.mastodon.MastodonApi.Context;
import gleaner.mastodon.MastodonApi.HashTag;
import gleaner.mastodon.MastodonApi.Instance;
import gleaner.mastodon.MastodonApi.Mention;
import gleaner.mastodon.MastodonApi.Notice;
import gleaner.mastodon.MastodonApi.Reach;
import gleaner.mastodon.MastodonApi.Status;
import gleaner.mastodon.MastodonDesk.Preview;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON as servers of several makes send it, read leniently: what is missing or odd costs the
/// smallest part that can do without it. See <https://docs.joinmastodon.org/entities/>.
final class Wire {

    private static final int MOST_LISTED = 1000;
    private static final int DEEPEST = 200;
    private static final int LONGEST_NAME = 1000;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .build())
                                    .build())
                    .build();

    private Wire() {}

    /// The tree; empty where the text is no JSON.
    static Optional<JsonNode> read(String json) {
        try {
            var node = MAPPER.readTree(json);
            return node == null || node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    static Optional<String> text(JsonNode node, String field) {
        var value = node.path(field);
        var text = value.isString() ? value.asString() : value.isNumber() ? value.asString("") : "";
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    /// An opaque id that can be part of a path and of a key; numbers are taken as their digits.
    static Optional<String> id(JsonNode node, String field) {
        return text(node, field).filter(Ids::isFit);
    }

    static Instance instance(JsonNode node, String fallback) {
        var statuses = node.path("configuration").path("statuses");
        var most = statuses.path("max_characters").asInt(node.path("max_toot_chars").asInt(500));
        var perUrl = statuses.path("characters_reserved_per_url").asInt(23);
        var domain =
                text(node, "account_domain")
                        .or(() -> text(node, "domain"))
                        .or(() -> text(node, "uri"))
                        .map(Wire::host)
                        .orElse(fallback);
        var streaming =
                text(node.path("configuration").path("urls"), "streaming")
                        .or(() -> text(node.path("urls"), "streaming_api"));
        return new Instance(
                domain,
                text(node, "title").orElse(domain),
                text(node, "version").orElse("?"),
                Math.clamp(most, 100, 100_000),
                Math.clamp(perUrl, 1, 1000),
                streaming);
    }

    private static String host(String uri) {
        var start = uri.indexOf("://");
        var rest = start < 0 ? uri : uri.substring(start + 3);
        var slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }

    static Optional<Account> account(JsonNode node) {
        var id = id(node, "id");
        var acct = text(node, "acct").filter(Handle::isFit);
        return id.isEmpty() || acct.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Account(
                                id.get(),
                                acct.get(),
                                name(node),
                                text(node, "url").orElse(""),
                                node.path("bot").asBoolean(false)));
    }

    /// Without the server's own small pictures, which are words between colons elsewhere.
    private static String name(JsonNode account) {
        var shown = text(account, "display_name").orElse("");
        var name = shown.substring(0, Math.min(shown.length(), LONGEST_NAME));
        for (var code : list(account.path("emojis"), emoji -> text(emoji, "shortcode"))) {
            name = name.replace(":" + code + ":", " ");
        }
        return String.join(" ", name.strip().split("\\s+", -1));
    }

    static Optional<Status> status(JsonNode node) {
        return status(node, true);
    }

    private static Optional<Status> status(JsonNode node, boolean withQuote) {
        var id = id(node, "id");
        var account = account(node.path("account"));
        var created = time(node, "created_at");
        if (id.isEmpty() || account.isEmpty() || created.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Status(
                        id.get(),
                        account.get(),
                        created.get(),
                        time(node, "edited_at"),
                        reach(text(node, "visibility").orElse("")),
                        id(node, "in_reply_to_id"),
                        id(node, "in_reply_to_account_id"),
                        node.path("replies_count").asInt(1) > 0,
                        text(node, "content").orElse(""),
                        text(node, "spoiler_text").orElse(""),
                        text(node, "url").or(() -> text(node, "uri")),
                        list(node.path("mentions"), Wire::mention),
                        list(node.path("tags"), Wire::tag),
                        media(node.path("media_attachments")),
                        withQuote ? quote(node.path("quote")) : Optional.empty(),
                        node.path("sensitive").asBoolean(false),
                        card(node.path("card"))));
    }

    /// See <https://docs.joinmastodon.org/entities/PreviewCard/>.
    private static Optional<Preview> card(JsonNode node) {
        return text(node, "url")
                .map(url ->
                        new Preview(
                                url,
                                text(node, "title").orElse(""),
                                text(node, "description").orElse(""),
                                text(node, "author_name").orElse(""),
                                text(node, "provider_name").orElse(""),
                                text(node, "image").orElse("")));
    }

    /// Mastodon wraps the quoted status, others give it bare.
    private static Optional<Status> quote(JsonNode node) {
        return status(node.has("quoted_status") ? node.path("quoted_status") : node, false);
    }

    private static Reach reach(String visibility) {
        return switch (visibility) {
            case "public" -> Reach.PUBLIC;
            case "unlisted" -> Reach.UNLISTED;
            case "private" -> Reach.FOLLOWERS;
            default -> Reach.DIRECT;
        };
    }

    static String visibility(Reach reach) {
        return switch (reach) {
            case PUBLIC -> "public";
            case UNLISTED -> "unlisted";
            case FOLLOWERS -> "private";
            case DIRECT -> "direct";
        };
    }

    private static Optional<Mention> mention(JsonNode node) {
        return text(node, "acct")
                .map(acct ->
                        new Mention(
                                text(node, "id").orElse(""), acct, text(node, "url").orElse("")));
    }

    private static Optional<HashTag> tag(JsonNode node) {
        return text(node, "name").map(name -> new HashTag(name, text(node, "url").orElse("")));
    }

    private static List<String> media(JsonNode attachments) {
        var urls = new ArrayList<String>();
        for (var each : attachments) {
            text(each, "url").ifPresent(urls::add);
            text(each, "remote_url").ifPresent(urls::add);
        }
        return List.copyOf(urls);
    }

    static Optional<Notice> notice(JsonNode node) {
        var id = id(node, "id");
        var status = status(node.path("status"));
        return id.isEmpty() || status.isEmpty()
                ? Optional.empty()
                : Optional.of(new Notice(id.get(), text(node, "type").orElse(""), status.get()));
    }

    static Context context(JsonNode node) {
        return new Context(
                list(node.path("ancestors"), Wire::status),
                list(node.path("descendants"), Wire::status));
    }

    /// The elements that can be read.
    static <T> List<T> list(JsonNode array, Function<JsonNode, Optional<T>> each) {
        var read = new ArrayList<T>();
        if (array.isArray()) {
            for (var node : array) {
                if (read.size() == MOST_LISTED) {
                    break;
                }
                each.apply(node).ifPresent(read::add);
            }
        }
        return List.copyOf(read);
    }

    private static Optional<Instant> time(JsonNode node, String field) {
        return text(node, field).flatMap(Wire::time);
    }

    /// ISO 8601 with an offset, as everywhere in the API.
    static Optional<Instant> time(String text) {
        try {
            var time = OffsetDateTime.parse(text).toInstant();
            return Optional.of(time.truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
