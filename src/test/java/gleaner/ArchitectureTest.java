package gleaner;

import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The arrows between the packages: channels and edges know the core, never the reverse. Who breaks
/// one of these makes a part of Gleaner impossible to change by itself.
@AnalyzeClasses(packages = "gleaner", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /// What each package may know of Gleaner besides itself; `app` knows everybody and so is not in
    /// it.
    private static final Map<String, List<String>> MAY_KNOW =
            Map.ofEntries(
                    Map.entry("news", List.of()),
                    Map.entry("capture", List.of("news")),
                    Map.entry("store", List.of("news")),
                    Map.entry("template", List.of()),
                    Map.entry("digest", List.of("news", "template")),
                    Map.entry("command", List.of("news", "capture", "store", "digest")),
                    Map.entry("intake", List.of("news", "capture", "store", "command")),
                    Map.entry("markdown", List.of()),
                    Map.entry("page", List.of("news", "capture")),
                    Map.entry("importing", List.of("news", "slack", "markdown")),
                    Map.entry("publishing", List.of("news", "command", "markdown")),
                    Map.entry("terminal", List.of("news", "command")),
                    Map.entry("slack", List.of("news", "command", "markdown")),
                    Map.entry("mastodon", List.of("news", "command", "markdown")));

    /// The same of the rooms of `digest`; the room in the middle has no name.
    private static final Map<String, List<String>> ROOMS_MAY_KNOW =
            Map.of(
                    "prose", List.of(),
                    "", List.of("prose"),
                    "check", List.of("", "prose"),
                    "drafting", List.of("", "prose"),
                    "format", List.of("", "prose"),
                    "takeback", List.of("", "prose", "format"));

    /// Which packages may use a library; everybody else asks them.
    private static final Map<String, List<String>> MAY_USE =
            Map.ofEntries(
                    Map.entry("redis.clients", List.of("store")),
                    Map.entry("redis.embedded", List.of("store")),
                    Map.entry("picocli", List.of("app")),
                    Map.entry("ch.qos.logback", List.of("app")),
                    Map.entry("org.snakeyaml", List.of("app")),
                    Map.entry("org.jline", List.of("terminal")),
                    Map.entry(
                            "org.commonmark",
                            List.of(
                                    "capture",
                                    "digest",
                                    "command",
                                    "publishing",
                                    "slack",
                                    "terminal",
                                    "mastodon")),
                    Map.entry("org.nibor.autolink", List.of("capture", "digest", "markdown")),
                    Map.entry("io.pebbletemplates", List.of("template")),
                    Map.entry("okhttp3", List.of("page", "slack")),
                    Map.entry("okio", List.of("page")),
                    Map.entry("org.jsoup", List.of("page", "mastodon")),
                    Map.entry("org.apache.pdfbox", List.of("page")),
                    Map.entry("crawlercommons", List.of("page", "capture")),
                    Map.entry("com.slack", List.of("slack")));

    @ArchTest
    void arrowsPointOneWay(JavaClasses classes) {
        var all = Stream.concat(MAY_KNOW.keySet().stream(), Stream.of("app")).toList();
        MAY_KNOW.forEach((name, known) -> {
            var unknown =
                    all.stream()
                            .filter(other -> !other.equals(name) && !known.contains(other))
                            .map(ArchitectureTest::within)
                            .toArray(String[]::new);
            check(
                    noClasses()
                            .that()
                            .resideInAPackage(within(name))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(unknown),
                    classes);
        });
    }

    @ArchTest
    void theRoomsOfTheDigestKnowOneAnotherOneWay(JavaClasses classes) {
        ROOMS_MAY_KNOW.forEach((name, known) -> {
            var unknown =
                    ROOMS_MAY_KNOW.keySet().stream()
                            .filter(other -> !other.equals(name) && !known.contains(other))
                            .map(ArchitectureTest::room)
                            .toArray(String[]::new);
            check(
                    noClasses()
                            .that()
                            .resideInAPackage(room(name))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(unknown),
                    classes);
        });
    }

    /// Words with marks are the digest's own; whoever else needs them asks for Markdown.
    @ArchTest
    static final ArchRule PROSE_STAYS_IN_THE_DIGEST =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(within("digest"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(room("prose"));

    @ArchTest
    void librariesStayWhereTheyBelong(JavaClasses classes) {
        MAY_USE.forEach((library, users) -> {
            var within = users.stream().map(ArchitectureTest::within).toArray(String[]::new);
            check(
                    noClasses()
                            .that()
                            .resideOutsideOfPackages(within)
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(library + ".."),
                    classes);
        });
    }

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("gleaner.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule ONLY_THE_EDGES_PRINT =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(within("app"), within("terminal"))
                    .should(accessField(System.class, "out").or(accessField(System.class, "err")))
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NO_JAVA_LOGGING =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("java.util.logging..")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NO_STATIC_STATE =
            fields().that()
                    .areStatic()
                    .should()
                    .beFinal()
                    .because("state that all share cannot be tested alone")
                    .allowEmptyShould(true);

    private static void check(ArchRule rule, JavaClasses classes) {
        rule.allowEmptyShould(true).check(classes);
    }

    private static String room(String name) {
        return name.isEmpty() ? "gleaner.digest" : "gleaner.digest." + name;
    }

    private static String within(String name) {
        return "gleaner." + name + "..";
    }
}
