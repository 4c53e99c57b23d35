package gleaner.command;

import gleaner.news.Excerpt;
import gleaner.news.GleanerException;
import gleaner.news.LinkId;
import gleaner.news.Section;
import gleaner.news.SectionName;
import gleaner.news.Sections;
import gleaner.news.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The parts that several commands have in common: links, tags, sections, numbers.
final class Arguments {

    /// A command that is about more links than this is a slip.
    private static final int MOST_LINKS = 100;

    private static final int LONGEST_SECTION = 8;
    private static final Set<String> ANSWERED =
            Set.of("this", "it", "that", "these", "those", "them");
    private static final Set<String> BETWEEN =
            Set.of("and", "link", "links", "the", ",", ";", "&", "+");

    private Arguments() {}

    /// Links, and the first word that is none.
    record Links(List<LinkRef> refs, int next) {}

    /// The links that are named from that word on; where none is, the message that the command
    /// answers.
    static Links links(List<Words.Word> words, int from) {
        var refs = new ArrayList<LinkRef>();
        var at = from;
        while (at < words.size()) {
            var word = bare(words.get(at).plain());
            var filler =
                    BETWEEN.contains(word.toLowerCase(Locale.ROOT)) && namesLink(words, at + 1);
            if (!filler) {
                var parts = refs(word);
                if (parts.isEmpty()) {
                    break;
                }
                refs.addAll(parts);
            }
            at++;
        }
        if (refs.size() > MOST_LINKS) {
            throw GleanerException.usage(
                    "That is %d links; a command takes at most %d."
                            .formatted(refs.size(), MOST_LINKS));
        }
        return refs.isEmpty()
                ? new Links(List.of(new LinkRef.Answered()), at)
                : new Links(List.copyOf(refs), at);
    }

    private static boolean namesLink(List<Words.Word> words, int at) {
        for (int i = at; i < Math.min(words.size(), at + 3); i++) {
            var word = bare(words.get(i).plain());
            if (!refs(word).isEmpty()) {
                return true;
            }
            if (!BETWEEN.contains(word.toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return false;
    }

    /// The link that a word names; several where they are joined by commas; none where it names
    /// none.
    private static List<LinkRef> refs(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        if (Markdown.isWeb(word)) {
            return List.of(new LinkRef.ByUrl(word));
        }
        if (ANSWERED.contains(lower)) {
            return List.of(new LinkRef.Answered());
        }
        if (word.length() > 6 * MOST_LINKS) {
            return List.of();
        }
        var refs = new ArrayList<LinkRef>();
        for (var part : word.split("[,;+&]", -1)) {
            var id = LinkId.parse(part.replace("`", ""));
            if (id.isEmpty()) {
                return List.of();
            }
            refs.add(new LinkRef.ById(id.get()));
        }
        return refs;
    }

    /// The one link that is named there, if one is.
    static Optional<LinkRef> link(List<Words.Word> words, int at) {
        var refs = at < words.size() ? refs(bare(words.get(at).plain())) : List.<LinkRef>of();
        return refs.size() == 1 ? Optional.of(refs.getFirst()) : Optional.empty();
    }

    private static String bare(String word) {
        var end = word.length();
        while (end > 1 && ",;:.!?".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(0, end);
    }

    /// Tags, with or without `#`, commas and fillers between them.
    static List<Tag> tags(List<Words.Word> words, int from) {
        var tags = new ArrayList<Tag>();
        for (var word : words.subList(Math.min(from, words.size()), words.size())) {
            for (var part : word.plain().split("[,;\\s]", -1)) {
                var filler =
                        Set.of("and", "with", "as", "from", "to", "tag", "tags", "&")
                                .contains(part);
                if (!part.isEmpty() && !filler) {
                    tags.add(tag(part));
                }
            }
        }
        return tags.stream().distinct().toList();
    }

    /// The tag that somebody wrote.
    static Tag tag(String written) {
        var bare = bare(written);
        var name = bare.startsWith("#") || bare.startsWith("＃") ? bare.substring(1) : bare;
        var letters = name.codePoints().filter(Character::isLetterOrDigit).count();
        if (letters == 0 || !name.codePoints().allMatch(Arguments::isTagCharacter)) {
            throw GleanerException.usage(
                    "A tag is one word of letters and digits, not %s."
                            .formatted(Markdown.code(Excerpt.of(written))));
        }
        return Tag.of(name);
    }

    private static boolean isTagCharacter(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                    true;
            default -> Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '·';
        };
    }

    /// The word after the longest section's name that begins there.
    static Optional<Integer> section(Sections sections, List<Words.Word> words, int from) {
        for (int next = Math.min(words.size(), from + LONGEST_SECTION); next > from; next--) {
            if (sections.find(joined(words, from, next)).isPresent()) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    /// The section that is named by all words from there on.
    static SectionName section(Sections sections, String written) {
        return sections.find(written)
                .map(Section::name)
                .orElseThrow(() ->
                        GleanerException.usage(
                                "Section '%s' is not in config/gleaner.yaml; known: %s."
                                        .formatted(
                                                Markdown.line(written, 60),
                                                sections.inOrder().stream()
                                                        .map(section -> section.name().value())
                                                        .collect(Collectors.joining(", ")))));
    }

    static String joined(List<Words.Word> words, int from, int to) {
        return words.subList(Math.min(from, to), to).stream()
                .map(Words.Word::plain)
                .collect(Collectors.joining(" "));
    }

    /// A number from 1 to the greatest.
    static Optional<Integer> number(String word, int most) {
        var bare = bare(word);
        var digits =
                !bare.isEmpty()
                        && bare.length() < 10
                        && bare.chars().allMatch(c -> c >= '0' && c <= '9');
        return Optional.of(digits ? Integer.parseInt(bare) : 0)
                .filter(number -> number >= 1 && number <= most);
    }
}
