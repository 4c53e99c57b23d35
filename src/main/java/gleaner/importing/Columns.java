package gleaner.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The columns of a table, by its first line: in any order, in any case, only `url` needed.
///
/// @param delimiter of the one that finds most known columns: tab, comma or semicolon
/// @param places where each known column stands, counted from 0
/// @param unknown the names of the others
record Columns(char delimiter, Map<String, Integer> places, List<String> unknown, int count) {

    static final List<String> KNOWN = List.of("date", "url", "text", "tags", "section", "person");

    Columns {
        places = Map.copyOf(places);
        unknown = List.copyOf(unknown);
    }

    /// The columns that this line names; nothing where `url` is not among them.
    static Optional<Columns> of(String header) {
        var best = Optional.<Columns>empty();
        for (var delimiter : new char[] {'\t', ',', ';'}) {
            var columns = of(header, delimiter);
            if (columns.places.containsKey("url")
                    && columns.places.size() > best.map(found -> found.places.size()).orElse(0)) {
                best = Optional.of(columns);
            }
        }
        return best;
    }

    private static Columns of(String header, char delimiter) {
        var places = new HashMap<String, Integer>();
        var unknown = new ArrayList<String>();
        var names = new Cells(delimiter).split(header);
        for (var i = 0; i < names.size(); i++) {
            var name = names.get(i).strip().toLowerCase(Locale.ROOT);
            if (!KNOWN.contains(name) || places.putIfAbsent(name, i) != null) {
                unknown.add(Texts.name(names.get(i)));
            }
        }
        return new Columns(delimiter, places, unknown, names.size());
    }

    /// The row's value in this column; empty where it has none.
    String value(List<String> row, String column) {
        var place = places.getOrDefault(column, Integer.MAX_VALUE);
        return place < row.size() ? row.get(place).strip() : "";
    }
}
