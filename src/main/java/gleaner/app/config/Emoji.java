package gleaner.app.config;

import gleaner.news.State;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Which reactions of an editor are verbs; every other reaction is a vote.
///
/// @param byFold the state that a reaction gives, by the emoji as [#fold(String)] has it
public record Emoji(Map<String, State> byFold) {

    /// The verbs as the file names them, in the order in which they are told.
    static final Map<String, State> VERBS = verbs();

    public Emoji {
        byFold = Map.copyOf(byFold);
    }

    static Map<State, List<String>> standardNames() {
        var names = new EnumMap<State, List<String>>(State.class);
        names.put(State.PICKED, List.of("heavy_check_mark", "white_check_mark", "✔️", "✅"));
        names.put(State.SKIPPED, List.of("x", "❌"));
        names.put(State.HELD, List.of("hourglass", "hourglass_flowing_sand", "⌛", "⏳"));
        names.put(State.LEAD, List.of("star", "star2", "⭐", "🌟"));
        return names;
    }

    static Emoji standard() {
        var byFold = new HashMap<String, State>();
        standardNames()
                .forEach((state, names) -> names.forEach(name -> byFold.put(fold(name), state)));
        return new Emoji(byFold);
    }

    /// The state that an editor's reaction gives its links; empty where it is a vote.
    ///
    /// @param emoji its name, with or without colons, or the character itself
    public Optional<State> verb(String emoji) {
        return Optional.ofNullable(byFold.get(fold(emoji)));
    }

    /// An emoji as it is compared: without colons, case, skin tone (the modifiers U+1F3FB to
    /// U+1F3FF, and Slack's `::skin-tone-2`) and variation selector (U+FE0E, U+FE0F).
    static String fold(String emoji) {
        var name = emoji.strip();
        var tone = name.indexOf("::skin-tone-");
        if (tone >= 0) {
            name = name.substring(0, tone);
        }
        var folded = new StringBuilder();
        name.codePoints()
                .filter(c -> c != ':' && c != 0xFE0E && c != 0xFE0F && (c < 0x1F3FB || c > 0x1F3FF))
                .forEach(folded::appendCodePoint);
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    private static Map<String, State> verbs() {
        var verbs = new LinkedHashMap<String, State>();
        verbs.put("take", State.PICKED);
        verbs.put("skip", State.SKIPPED);
        verbs.put("hold", State.HELD);
        verbs.put("lead", State.LEAD);
        return Collections.unmodifiableMap(verbs);
    }
}
