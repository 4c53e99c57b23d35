package gleaner.command;

import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.news.Role;
import gleaner.news.Sections;
import gleaner.store.Repository;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Lists and shows links. What somebody listed last is remembered for `more`, in this process only.
final class Listing {

    static final int PAGE = 20;
    private static final int REMEMBERED = 1_000;

    private final Repository repository;
    private final Supplier<Sections> sections;
    private final Search search;
    private final Lines lines;
    private final PageDesk desk;
    private final Map<String, Command.ListLinks> last = new LinkedHashMap<>();

    Listing(Repository repository, Supplier<Sections> sections, Lines lines, PageDesk desk) {
        this.desk = desk;
        this.repository = repository;
        this.sections = sections;
        this.search = new Search(repository, sections);
        this.lines = lines;
    }

    /// `{"links":[…],"total","page","pages","list"}`: `list` are the words without the page, empty
    /// where they are too long to be given again
    Reply list(Command.ListLinks command, Asker asker) {
        var ids = search.find(command.filter(), asker);
        if (ids.isEmpty()) {
            return none(command);
        }
        var pages = (ids.size() + PAGE - 1) / PAGE;
        if (command.page() > pages) {
            return Replies.refused(
                    "There %s only %d %s of that; %s is the last."
                            .formatted(
                                    pages == 1 ? "is" : "are",
                                    pages,
                                    pages == 1 ? "page" : "pages",
                                    next(command, pages)));
        }
        remember(command, asker);
        var from = (command.page() - 1) * PAGE;
        var seen = seen(ids.subList(from, Math.min(ids.size(), from + PAGE)), asker);
        var told = new ArrayList<String>();
        told.add(heading(ids.size()));
        var letGo = letGo(seen.stream().map(Sight.Seen::link).toList());
        seen.forEach(link ->
                told.add(
                        "- "
                                + lines.item(link)
                                + (letGo.contains(link.link().id()) ? " · let go" : "")));
        if (pages > 1) {
            told.add("");
            told.add(
                    command.page() < pages
                            ? "Page %d of %d: %s"
                                    .formatted(
                                            command.page(),
                                            pages,
                                            next(command, command.page() + 1))
                            : "Page %d of %d.".formatted(command.page(), pages));
        }
        var json = Json.object();
        var array = json.putArray("links");
        seen.forEach(link ->
                array.add(LinkJson.of(link, asker.role() == Role.EDITOR, section(link.link()))));
        json.put("total", ids.size()).put("page", command.page()).put("pages", pages);
        json.put("list", isLong(command) ? "" : command.typed());
        return Replies.shown(String.join("\n", told), json);
    }

    private static String heading(int count) {
        return count == 1 ? "1 link\n" : count + " links\n";
    }

    private Reply none(Command.ListLinks command) {
        var place = command.filter().in();
        var hint =
                place.filter(name -> sections.get().find(name).isEmpty())
                        .map(name ->
                                " No section is called '%s'; the sections are %s."
                                        .formatted(
                                                Markdown.line(name, 60),
                                                sections.get().inOrder().stream()
                                                        .map(section -> section.name().value())
                                                        .collect(Collectors.joining(", "))))
                        .orElse("");
        var json = Json.object();
        json.putArray("links");
        json.put("total", 0).put("page", 1).put("pages", 0);
        return Replies.shown("No links." + hint, json);
    }

    private static boolean isLong(Command.ListLinks command) {
        return command.typed().length() > 200;
    }

    private static String next(Command.ListLinks command, int page) {
        return isLong(command) ? "`more`" : Markdown.code(command.typed() + " page " + page);
    }

    private List<Sight.Seen> seen(List<LinkId> ids, Asker asker) {
        var sight = new Sight(asker);
        return repository.links(ids).stream().map(sight::of).flatMap(Optional::stream).toList();
    }

    /// The page after the one that the person listed last in that channel.
    Reply more(Asker asker) {
        Command.ListLinks before;
        synchronized (last) {
            before = last.get(key(asker));
        }
        return before == null
                ? Replies.refused(
                        "What you listed last is not known here; say for example `list page 2`.",
                        "list page 2")
                : list(
                        new Command.ListLinks(before.filter(), before.page() + 1, before.typed()),
                        asker);
    }

    private void remember(Command.ListLinks command, Asker asker) {
        synchronized (last) {
            last.remove(key(asker));
            last.put(key(asker), command);
            if (last.size() > REMEMBERED) {
                last.remove(last.keySet().iterator().next());
            }
        }
    }

    private static String key(Asker asker) {
        return asker.person().id() + " " + asker.channel().id();
    }

    /// One: `{"link":{…}}`; several: `{"links":[…]}`.
    Reply show(List<Link> links, Asker asker) {
        var sight = new Sight(asker);
        var told = new ArrayList<String>();
        var json = Json.object();
        var array = json.arrayNode();
        for (var link : links) {
            var seen = sight.of(link);
            if (seen.isEmpty()) {
                return Replies.refused(
                        "`%s` was shared in private; ask for it there.".formatted(link.id()));
            }
            told.add(
                    lines.details(seen.get(), sight.isEditor(), section(link))
                            + (letGo(List.of(link)).isEmpty()
                                    ? ""
                                    : "\n- Let go, as nobody took it: `restore %s` brings it back."
                                            .formatted(link.id()))
                            + page(seen.get()));
            var item = LinkJson.of(seen.get(), sight.isEditor(), section(link));
            if (!seen.get().bare()) {
                LifeLines.json(link.health(), item);
            }
            array.add(item);
        }
        if (links.size() == 1) {
            json.set("link", array.get(0));
        } else {
            json.set("links", array);
        }
        return Replies.shown(String.join("\n\n", told), json);
    }

    /// Those that were let go when an issue was published.
    private Set<LinkId> letGo(List<Link> links) {
        var open =
                links.stream()
                        .filter(link -> Standing.of(link) == Standing.NEW)
                        .map(Link::id)
                        .collect(Collectors.toSet());
        if (!open.isEmpty()) {
            open.removeAll(repository.candidates(open));
        }
        return open;
    }

    private String page(Sight.Seen seen) {
        if (seen.bare()) {
            return "";
        }
        var link = seen.link();
        var life = new LifeLines(lines);
        return desk.news(link.id()).map(news -> "\n- Page: " + news).orElse("")
                + life.of(link.health()).map(health -> "\n- Looked at: " + health).orElse("")
                + life.also(repository.joined(link.id()))
                        .map(also -> "\n- Also: " + also)
                        .orElse("");
    }

    private String section(Link link) {
        return sections.get().of(link).value();
    }
}
