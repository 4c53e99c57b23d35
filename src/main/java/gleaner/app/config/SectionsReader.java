package gleaner.app.config;

import gleaner.news.Excerpt;
import gleaner.news.GleanerException;
import gleaner.news.Section;
import gleaner.news.SectionName;
import gleaner.news.Sections;
import gleaner.news.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the `sections` block; the list replaces the standard one as a whole.
final class SectionsReader {

    private final Sections standard;
    private final Map<Tag, SectionName> leading = new HashMap<>();

    SectionsReader(Sections standard) {
        this.standard = standard;
    }

    Optional<Sections> read(Value value) {
        return value.block("a block with the keys lead, default and list")
                .flatMap(keys -> {
                    var list = keys.read("list", standard.inOrder(), this::list);
                    var lead = place(keys, "lead", standard.lead(), list, value);
                    var normal = place(keys, "default", standard.standard(), list, value);
                    keys.finish();
                    return lead.flatMap(
                            first -> normal.map(other -> new Sections(list, first, other)));
                });
    }

    private Optional<List<Section>> list(Value value) {
        var items = value.items("a list of sections, each with a name");
        if (items.isPresent() && items.get().isEmpty()) {
            return value.refuse("a list of at least one section");
        }
        return items.map(some -> {
            var sections = new ArrayList<Section>();
            for (var item : some) {
                section(item)
                        .ifPresent(section -> {
                            if (sections.stream()
                                    .anyMatch(other -> other.name().equals(section.name()))) {
                                value.problems()
                                        .add(
                                                item.line(),
                                                "the section '%s' stands here a second time."
                                                        .formatted(section.name()));
                            } else {
                                sections.add(section);
                            }
                        });
            }
            return sections;
        });
    }

    private Optional<Section> section(Value value) {
        return value.block("a section with the keys name, heading and tags")
                .flatMap(keys -> {
                    var name = keys.value("name").flatMap(SectionsReader::name);
                    if (keys.value("name").isEmpty()) {
                        value.problems()
                                .add(value.line(), "'%s' lacks its name.".formatted(value.path()));
                    }
                    var heading =
                            keys.read(
                                    "heading",
                                    name.map(SectionName::value).orElse("?"),
                                    it -> ConfigReader.line(it, "a heading"));
                    var tags = keys.read("tags", List.<Tag>of(), it -> tags(it, name));
                    keys.finish();
                    return name.map(known -> new Section(known, heading, tags));
                });
    }

    private static Optional<SectionName> name(Value value) {
        var expected = "a name such as news-in-brief";
        return value.text(expected)
                .flatMap(text ->
                        SectionName.parse(text)
                                .filter(name -> name.value().equals(text))
                                .or(() ->
                                        value.refuse(
                                                expected,
                                                SectionName.parse(text).map(SectionName::value))));
    }

    private Optional<List<Tag>> tags(Value value, Optional<SectionName> section) {
        return value.items("a list of tags such as [release, cve]")
                .map(items -> {
                    var tags = new ArrayList<Tag>();
                    items.forEach(item ->
                            tag(item)
                                    .ifPresent(tag -> {
                                        var other =
                                                leading.putIfAbsent(
                                                        tag, section.orElse(standard.standard()));
                                        if (other == null) {
                                            tags.add(tag);
                                        } else {
                                            item.problems()
                                                    .add(
                                                            item.line(),
                                                            "the tag %s leads to the section '%s' already."
                                                                    .formatted(tag, other));
                                        }
                                    }));
                    return tags;
                });
    }

    private static Optional<Tag> tag(Value value) {
        var expected = "a tag: one word of letters and digits";
        return value.text(expected)
                .flatMap(text -> {
                    if (text.strip().chars().anyMatch(Character::isWhitespace)) {
                        return value.refuse(expected);
                    }
                    try {
                        return Optional.of(Tag.of(text));
                    } catch (GleanerException e) {
                        return value.refuse(expected);
                    }
                });
    }

    /// The section that `lead` or `default` names; where the list was read and has none of that
    /// name, a mistake.
    private static Optional<SectionName> place(
            Block keys, String key, SectionName standard, List<Section> list, Value block) {
        var names = list.stream().map(section -> section.name().value()).toList();
        var set = keys.value(key);
        var written = set.flatMap(value -> value.text("the name of a section"));
        if (set.isPresent() && written.isEmpty()) {
            return Optional.empty();
        }
        var name = written.orElse(standard.value());
        if (names.contains(name)) {
            return Optional.of(new SectionName(name));
        }
        var hint =
                Nearest.to(name, names)
                        .map("did you mean '%s'?"::formatted)
                        .orElse("known: %s.".formatted(String.join(", ", names)));
        set.ifPresentOrElse(
                value ->
                        value.problems()
                                .add(
                                        value.line(),
                                        "'%s' names '%s', which is not in 'sections.list'; %s"
                                                .formatted(value.path(), Excerpt.of(name), hint)),
                () ->
                        block.problems()
                                .add(
                                        block.line(),
                                        "'sections.%s' is not set, and 'sections.list' has no '%s'; %s"
                                                .formatted(key, name, hint)));
        return Optional.empty();
    }
}
