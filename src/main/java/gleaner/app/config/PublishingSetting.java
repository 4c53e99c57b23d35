package gleaner.app.config;

import gleaner.news.GleanerException;
import gleaner.publishing.PublishingKeys;
import gleaner.publishing.PublishingSettings;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The `publishing` block, and the publishers' keys from the environment.
public record PublishingSetting(PublishingSettings settings, PublishingKeys keys) {

    private static final Pattern BRANCH = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,200}");

    static PublishingSetting standard() {
        return new PublishingSetting(PublishingSettings.standard(), PublishingKeys.none());
    }

    /// @param home to which folders are relative
    static Optional<PublishingSetting> read(Value value, Path home) {
        var standard = PublishingSettings.standard();
        return value.block(
                        "a block with the keys site-url, buttondown, ghost, listmonk, file and git")
                .map(keys -> {
                    var site = keys.value("site-url").flatMap(PublishingSetting::site);
                    var buttondown =
                            inner(keys, "buttondown", "the key url")
                                    .flatMap(block -> url(block))
                                    .orElse(standard.buttondown());
                    var ghost = inner(keys, "ghost", "the key url").flatMap(block -> url(block));
                    var listmonk = inner(keys, "listmonk", "the keys url and lists");
                    var lists =
                            listmonk.map(block ->
                                            block.read(
                                                    "lists",
                                                    standard.lists(),
                                                    PublishingSetting::lists))
                                    .orElse(standard.lists());
                    var listmonkUrl = listmonk.flatMap(PublishingSetting::url);
                    var file =
                            inner(keys, "file", "the key folder")
                                    .flatMap(block -> folder(block, home));
                    var git = inner(keys, "git", "the keys folder and branch");
                    var branch =
                            git.flatMap(block -> block.value("branch"))
                                    .flatMap(PublishingSetting::branch);
                    var work = git.flatMap(block -> folder(block, home));
                    keys.finish();
                    return new PublishingSetting(
                            new PublishingSettings(
                                    buttondown,
                                    ghost,
                                    listmonkUrl,
                                    lists,
                                    file,
                                    work,
                                    branch,
                                    site),
                            PublishingKeys.none());
                });
    }

    /// What the environment adds.
    PublishingSetting in(Secrets secrets, Problems problems) {
        try {
            return new PublishingSetting(
                    settings,
                    new PublishingKeys(
                            key(secrets, "BUTTONDOWN_API_KEY"),
                            key(secrets, "GHOST_ADMIN_API_KEY"),
                            key(secrets, "LISTMONK_API_USER"),
                            key(secrets, "LISTMONK_API_TOKEN")));
        } catch (GleanerException e) {
            problems.add(0, e.sentence());
            return this;
        }
    }

    private static Optional<String> key(Secrets secrets, String name) {
        return secrets.get(name).map(Secret::reveal);
    }

    private static Optional<Block> inner(Block keys, String name, String expected) {
        return keys.value(name).flatMap(value -> value.block("a block with " + expected));
    }

    /// Reads what the block must have last, since it ends the block.
    private static Optional<URI> url(Block block) {
        var url = block.value("url").flatMap(PublishingSetting::address);
        block.finish();
        return url;
    }

    private static Optional<Path> folder(Block block, Path home) {
        var folder = block.value("folder").flatMap(value -> path(value, home));
        block.finish();
        return folder;
    }

    private static Optional<Path> path(Value value, Path home) {
        var expected = "a folder";
        return ConfigReader.line(value, expected)
                .flatMap(text -> {
                    try {
                        return Optional.of(home.resolve(text).normalize());
                    } catch (InvalidPathException e) {
                        return value.refuse(expected);
                    }
                });
    }

    private static Optional<URI> site(Value value) {
        return address(value)
                .map(url -> url.toString().endsWith("/") ? url : URI.create(url.toString() + "/"));
    }

    private static Optional<URI> address(Value value) {
        var expected =
                "an address such as https://news.example, without a user, a query or a fragment";
        return ConfigReader.line(value, expected)
                .flatMap(text -> {
                    try {
                        var url = URI.create(text.strip());
                        var plain =
                                url.getHost() != null
                                        && List.of("http", "https").contains(url.getScheme())
                                        && url.getRawUserInfo() == null
                                        && url.getRawQuery() == null
                                        && url.getRawFragment() == null;
                        return plain ? Optional.of(url) : value.refuse(expected);
                    } catch (IllegalArgumentException e) {
                        return value.refuse(expected);
                    }
                });
    }

    private static Optional<List<Integer>> lists(Value value) {
        var expected = "a list of the numbers that listmonk gives its lists, such as [1]";
        return value.items(expected)
                .flatMap(items -> items.isEmpty() ? value.refuse(expected) : Optional.of(items))
                .map(items ->
                        items.stream()
                                .flatMap(item -> item.number(1, 999_999_999).stream())
                                .toList());
    }

    private static Optional<String> branch(Value value) {
        var expected = "the name of a branch";
        return ConfigReader.line(value, expected)
                .flatMap(text ->
                        BRANCH.matcher(text).matches()
                                ? Optional.of(text)
                                : value.refuse(expected));
    }
}
