package gleaner.importing;

import gleaner.importing.Problems.Kind;
import gleaner.news.Channel;
import gleaner.news.Visibility;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// A Slack workspace's export: who is who and which channels there are, then a file for each
/// channel and day.
///
/// `users.json`, `channels.json` (public), `groups.json`, `mpims.json` and `dms.json` (private)
/// stand in one folder, the archive's top or one below; each channel has a folder beside them with
/// files like `2026-11-17.json`. Channels come by name, days in order. A folder that no list names
/// is taken as private: nobody knows who could read it.
final class SlackExport implements Archive {

    private static final List<String> LISTS =
            List.of("users.json", "channels.json", "groups.json", "mpims.json", "dms.json");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d\\.json");

    private final String name;
    private final Tree tree;
    private final String root;
    private final Options options;

    private SlackExport(String name, Tree tree, String root, Options options) {
        this.name = name;
        this.tree = tree;
        this.root = root;
        this.options = options;
    }

    /// @throws gleaner.news.GleanerException where it is no export
    static SlackExport open(String name, Tree tree, Options options) {
        var root = root(tree.paths());
        return new SlackExport(
                name, tree, root.orElseThrow(() -> Archives.noExport(name)), options);
    }

    /// The path before `users.json` or another list, the shortest there is; without any list that
    /// before a day's folder.
    private static Optional<String> root(List<String> paths) {
        return shortest(paths, path -> LISTS.contains(fileName(path)) ? folder(path) : "?")
                .or(() ->
                        shortest(
                                paths,
                                path -> isDay(path) ? folder(withoutSlash(folder(path))) : "?"));
    }

    private static Optional<String> shortest(List<String> paths, UnaryOperator<String> root) {
        return paths.stream()
                .map(root)
                .filter(folder ->
                        !folder.equals("?") && folder.indexOf('/') == folder.lastIndexOf('/'))
                .min(
                        Comparator.comparingInt(String::length)
                                .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean isDay(String path) {
        return path.indexOf('/') > 0 && DAY.matcher(fileName(path)).matches();
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// With its slash; empty at the top.
    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static String withoutSlash(String folder) {
        return folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    }

    @Override
    public Form form() {
        return Form.SLACK_EXPORT;
    }

    @Override
    public void read(Sink sink) {
        var problems = new Problems(name, sink);
        tree.tell(problems);
        var items = new JsonItems(options.limits(), problems);
        var roster = roster(items, problems, sink);
        var messages = new SlackMessages(roster, options.bots(), sink);
        var unknown = new HashMap<String, SlackRoster.Place>();
        tree.read(
                this::isDayOfChannel,
                problems,
                sink,
                (path, in) -> {
                    var place =
                            place(
                                    withoutSlash(folder(path).substring(root.length())),
                                    roster,
                                    unknown,
                                    problems);
                    items.each(path, in, message -> messages.take(message, place));
                });
        problems.finish();
    }

    private boolean isDayOfChannel(String path) {
        return path.startsWith(root)
                && isDay(path)
                && path.indexOf('/', root.length()) == path.lastIndexOf('/')
                && path.lastIndexOf('/') > root.length();
    }

    private SlackRoster roster(JsonItems items, Problems problems, Sink sink) {
        var roster = new SlackRoster();
        if (!tree.paths().contains(root + "users.json")) {
            problems.add(
                    Kind.UNKNOWN,
                    root + "users.json",
                    0,
                    "The file is missing; people are shown by their ids.");
        }
        tree.read(
                path -> folder(path).equals(root) && LISTS.contains(fileName(path)),
                problems,
                sink,
                (path, in) ->
                        items.each(
                                path,
                                in,
                                item -> {
                                    switch (fileName(path)) {
                                        case "users.json" -> roster.person(item);
                                        case "channels.json" ->
                                                roster.channel(item, Visibility.PUBLIC);
                                        case "dms.json" -> roster.directMessages(item);
                                        default -> roster.channel(item, Visibility.PRIVATE);
                                    }
                                }));
        return roster;
    }

    private static SlackRoster.Place place(
            String folder,
            SlackRoster roster,
            Map<String, SlackRoster.Place> unknown,
            Problems problems) {
        return roster.place(folder)
                .orElseGet(() ->
                        unknown.computeIfAbsent(
                                folder,
                                name -> {
                                    problems.add(
                                            Kind.UNKNOWN,
                                            name,
                                            0,
                                            "No list of channels names this folder; its messages are kept as private.");
                                    return new SlackRoster.Place(
                                            Channel.of(SlackRoster.KIND, Texts.name(name)),
                                            Visibility.PRIVATE);
                                }));
    }

    @Override
    public void close() {
        tree.close();
    }
}
