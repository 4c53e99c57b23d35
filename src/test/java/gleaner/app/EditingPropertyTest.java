package gleaner.app;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.Share;
import gleaner.news.Visibility;
import gleaner.store.Index;
import gleaner.store.PastAct;
import gleaner.store.RedisForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whatever people share, edit, delete and command in whatever order: if this fails, an editor's
/// words are lost, a link runs twice in an issue, or a draft is another each time it is made.
///
/// Every text that an editor writes has a word of its own, such as `tok17`.
class EditingPropertyTest {

    private static final String SEED = "20261122";
    private static final int LINKS = 5;
    private static final Pattern TOKEN = Pattern.compile("tok\\d+");
    private static final List<String> FORMS = List.of("markdown", "html", "text", "json");
    private static final List<String> COMMANDS =
            List.of(
                    "pick U",
                    "lead U",
                    "skip U",
                    "hold U",
                    "restore U",
                    "pick U in security",
                    "section U releases",
                    "section U clear",
                    "move U to top",
                    "move U after V",
                    "tag U #late",
                    "untag U #late",
                    "withdraw U",
                    "merge U V",
                    "split U",
                    "link U gates",
                    "check",
                    "new section \"Own N\" with U V",
                    "publish",
                    "publish picked",
                    "unpublish I confirm");

    /// With these, the words that they replace may go.
    private static final List<String> WRITINGS =
            List.of(
                    "blurb U Here is tokN, *plainly* ((a note tokN)).",
                    "blurb U clear",
                    "note U Remember tokN",
                    "byline U tokN/Publisher",
                    "picture U https://one.example/p.png \"tokN\"",
                    "title The tokN week",
                    "intro First tokN.",
                    "intro + Then tokN.",
                    "closing Last tokN.",
                    "heading releases \"Fresh tokN\"",
                    "weave [Some tokN](U) and [others](V).",
                    "interview Q: Why tokN? A: Because.",
                    "interview intro About tokN.",
                    "undo",
                    "undo aN");

    @SuppressWarnings("NullAway") // set before the first property
    private static RedisForTests redis;

    @SuppressWarnings("NullAway") // likewise
    private static Path folder;

    @BeforeContainer
    static void start() throws IOException {
        redis = RedisForTests.started();
        folder = Files.createTempDirectory("gleaner-properties");
    }

    @AfterContainer
    static void stop() throws IOException {
        redis.stop();
        Files.deleteIfExists(folder.resolve("gleaner.yaml"));
        Files.delete(folder);
    }

    /// Something that somebody does; which link, message and words it is about.
    record Step(Kind kind, int which, int first, int second) {

        enum Kind {
            SHARE,
            EDIT,
            DELETE,
            COMMAND,
            WRITE,
            TEXT
        }
    }

    @Provide
    Arbitrary<List<Step>> weeks() {
        var kinds =
                Arbitraries.frequency(
                        net.jqwik.api.Tuple.of(4, Step.Kind.SHARE),
                        net.jqwik.api.Tuple.of(2, Step.Kind.EDIT),
                        net.jqwik.api.Tuple.of(1, Step.Kind.DELETE),
                        net.jqwik.api.Tuple.of(5, Step.Kind.COMMAND),
                        net.jqwik.api.Tuple.of(5, Step.Kind.WRITE),
                        net.jqwik.api.Tuple.of(3, Step.Kind.TEXT));
        var numbers = Arbitraries.integers().between(0, 5);
        return Combinators.combine(kinds, Arbitraries.integers().between(0, 59), numbers, numbers)
                .as(Step::new)
                .list()
                .ofMinSize(12)
                .ofMaxSize(25);
    }

    @Property(tries = 15, seed = SEED, shrinking = ShrinkingMode.BOUNDED)
    void nothingOfWhatEditorsWroteIsLostOrDoubledOrMovesByItself(
            @ForAll("weeks") List<Step> steps) {
        redis.client().flushAll();
        try (var desk = new EditorsDesk(redis, folder)) {
            new Week(desk).pass(steps);
        }
    }

    /// One try.
    private static final class Week {

        private final EditorsDesk desk;
        private final List<String> done = new ArrayList<>();
        private final Map<Integer, Map<String, String>> published = new HashMap<>();
        private final List<List<String>> items = new ArrayList<>();
        private int written;

        Week(EditorsDesk desk) {
            this.desk = desk;
        }

        void pass(List<Step> steps) {
            for (int i = 0; i < LINKS; i++) {
                desk.post(
                        "m" + i, "How %d gates opened: %s".formatted(i, url(i)), Visibility.PUBLIC);
            }
            var order = order();
            for (var step : steps) {
                var before = words();
                var shares = shares();
                var itemsBefore = new ArrayList<>(items);
                var open = desk.repository().openIssue();
                var allowed = take(step);
                var lost = new TreeSet<>(before);
                lost.removeAll(words());
                lost.removeAll(allowed);
                assertThat(lost).as("words lost after %s", done).isEmpty();
                var after = order();
                assertThat(after.values().stream().flatMap(List::stream).toList())
                        .as("each link once after %s", done)
                        .doesNotHaveDuplicates();
                if (isOfASource(step)) {
                    var now = shares();
                    var untouched = new TreeSet<>(now.keySet());
                    untouched.removeIf(id -> !Objects.equals(now.get(id), shares.get(id)));
                    itemsBefore.addAll(items);
                    itemsBefore.stream()
                            .filter(item -> !untouched.containsAll(item))
                            .forEach(untouched::removeAll);
                    assertThat(common(after, order, untouched))
                            .as("order after %s", done)
                            .isEqualTo(common(order, after, untouched));
                }
                order = after;
                remember(open);
            }
            draftIsTheSameAgain();
            published.forEach((number, forms) ->
                    forms.forEach((form, text) ->
                            assertThat(desk.eve("issue %d as %s".formatted(number, form)))
                                    .as("issue %d after %s", number, done)
                                    .isEqualTo(text)));
        }

        private static boolean isOfASource(Step step) {
            return switch (step.kind()) {
                case SHARE, EDIT, DELETE -> true;
                case COMMAND, WRITE, TEXT -> false;
            };
        }

        /// @return the words that may go by it
        private Set<String> take(Step step) {
            var message = "m" + step.second();
            return switch (step.kind()) {
                case SHARE -> {
                    done.add("share " + message + " " + text(step));
                    desk.post(message, text(step), visibility(step));
                    yield Set.of();
                }
                case EDIT -> {
                    done.add("edit " + message + " " + text(step));
                    desk.edit(message, text(step));
                    yield Set.of();
                }
                case DELETE -> {
                    done.add("delete " + message);
                    desk.delete(message);
                    yield Set.of();
                }
                case COMMAND -> {
                    command(COMMANDS, step);
                    yield Set.of();
                }
                case WRITE -> command(WRITINGS, step);
                case TEXT -> edited(step);
            };
        }

        /// The draft's text with something at another place or new, taken back.
        private Set<String> edited(Step step) {
            var token = "tok" + ++written;
            var draft = desk.eve("digest");
            var text = EditedText.of(draft).edited(step.which(), step.first(), token);
            var acts = desk.repository().history(1);
            var taken = desk.take("Eve", text);
            var told = taken.reply().markdown();
            done.add("text " + step.which() % EditedText.KINDS + " " + told);
            var after = desk.eve("digest");
            if (text.contains(token)) {
                assertThat(after + told).as("after %s", done).contains(token);
            }
            assertThat(desk.take("Eve", after).reply().markdown())
                    .as("taken again after %s", done)
                    .isEqualTo("Nothing was changed.");
            if (taken.isWhole()) {
                assertThat(EditedText.of(after).headings())
                        .as("headings after %s", done)
                        .isEqualTo(EditedText.of(text).headings());
            }
            return replaced(acts);
        }

        private static String text(Step step) {
            var link = url(step.first());
            return switch (step.which() % 4) {
                case 0 -> "Somebody moved %d clusters: %s #k8s".formatted(step.which(), link);
                case 1 -> "[How %d nodes fell](%s) and stood up".formatted(step.which(), link);
                case 2 -> "No link any more";
                default -> link + " and " + url(step.second()) + " are out " + step.which();
            };
        }

        private static Visibility visibility(Step step) {
            return step.which() % 9 == 8 ? Visibility.PRIVATE : Visibility.PUBLIC;
        }

        private static String url(int number) {
            return "https://host%d.example/page".formatted(number % LINKS);
        }

        private Set<String> command(List<String> templates, Step step) {
            written++;
            var words =
                    templates
                            .get(step.which() % templates.size())
                            .replaceAll("\\bU\\b", url(step.first()))
                            .replaceAll("\\bV\\b", url(step.second()))
                            .replace("tokN", "tok" + written)
                            .replaceAll("\\bI\\b", "" + (desk.repository().openIssue() - 1))
                            .replace("aN", "a" + (step.first() + 1))
                            .replaceAll("\\bN\\b", "" + written);
            var acts = desk.repository().history(100);
            var reply = desk.say("Eve", words);
            done.add(words + (reply.kind().isFine() ? "" : " (no)"));
            if (words.startsWith("unpublish") && reply.kind().isFine()) {
                published.remove(desk.repository().openIssue());
            }
            return words.startsWith("undo") ? tokens(acts.toString()) : replaced(acts);
        }

        /// The words in the place of which the newest act has others.
        ///
        /// @param acts as they were before
        private Set<String> replaced(List<PastAct> acts) {
            var now = desk.repository().history(1);
            return now.isEmpty() || now.equals(acts.stream().limit(1).toList())
                    ? Set.of()
                    : now.getFirst().changes().stream()
                            .flatMap(change -> tokens(change.before().toString()).stream())
                            .collect(
                                    Collectors.toCollection(
                                            () -> tokens(now.getFirst().fields().toString())));
        }

        private void remember(int open) {
            if (desk.repository().openIssue() == open + 1) {
                var forms = new LinkedHashMap<String, String>();
                FORMS.forEach(form -> forms.put(form, desk.eve("issue " + open + " as " + form)));
                published.put(open, forms);
            }
        }

        /// What editors wrote and what is kept of it, wherever that is.
        private Set<String> words() {
            var all = new StringBuilder();
            for (var pattern : List.of("link:*", "issue:*")) {
                for (var key : redis.client().keys("gleaner:{team}:" + pattern)) {
                    redis.client()
                            .hgetAll(key)
                            .forEach((field, value) -> all.append(value).append('\n'));
                }
            }
            return tokens(all.toString());
        }

        private static Set<String> tokens(String text) {
            var found = new TreeSet<String>();
            TOKEN.matcher(text).results().forEach(match -> found.add(match.group()));
            return found;
        }

        private void draftIsTheSameAgain() {
            for (var form : FORMS) {
                assertThat(desk.eve("digest as " + form))
                        .as("%s twice after %s", form, done)
                        .isEqualTo(desk.eve("digest as " + form));
            }
        }

        private Map<String, List<String>> order() {
            var order = new LinkedHashMap<String, List<String>>();
            items.clear();
            var draft = new JsonMapper().readTree(desk.done("Eve", "digest").json());
            for (var section : draft.at("/sections")) {
                var ids = new ArrayList<String>();
                for (var item : section.path("items")) {
                    items.add(item.path("ids").valueStream().map(JsonNode::asString).toList());
                    ids.addAll(items.getLast());
                }
                order.put(section.path("name").asString(), ids);
            }
            return order;
        }

        /// What was said of each link.
        private Map<String, List<Share>> shares() {
            var repository = desk.repository();
            var shares = new HashMap<String, List<Share>>();
            repository
                    .links(repository.newest(new Index.All(), 0, 100))
                    .forEach(link -> shares.put(link.id().value(), link.shares()));
            return shares;
        }

        /// The order of those links that stand in the same section in both and of which, and of
        /// what stands in one item with them, nothing else was said.
        private static Map<String, List<String>> common(
                Map<String, List<String>> order,
                Map<String, List<String>> other,
                Set<String> untouched) {
            var common = new HashMap<String, List<String>>();
            order.forEach((section, ids) -> {
                var both = new ArrayList<>(ids);
                both.retainAll(untouched);
                both.retainAll(other.getOrDefault(section, List.of()));
                if (!both.isEmpty()) {
                    common.put(section, both);
                }
            });
            return common;
        }
    }
}
