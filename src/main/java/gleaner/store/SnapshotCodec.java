package gleaner.store;

import gleaner.news.LinkId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A snapshot as fields of its issue's hash, all of which begin with `run:`.
final class SnapshotCodec {

    static final String TITLE = "run:title";
    static final String AT = "run:at";
    static final String COUNT = "run:count";

    private static final String ITEMS = "run:items";
    private static final String LET_GO = "run:let-go";
    private static final String BY = "run:by";
    private static final String FORM = "run:as:";

    private SnapshotCodec() {}

    static Map<String, String> write(Snapshot snapshot) {
        var fields = new TreeMap<String, String>();
        fields.put(TITLE, snapshot.title());
        fields.put(AT, Long.toString(snapshot.at().toEpochMilli()));
        fields.put(COUNT, Integer.toString(snapshot.items().size()));
        var by = Json.object();
        Json.putPerson(by, snapshot.by());
        fields.put(BY, by.toString());
        snapshot.forms().forEach((form, text) -> fields.put(FORM + form, text));
        var items = Json.array();
        for (var item : snapshot.items()) {
            var node = items.addObject().put("link", item.link().value());
            node.set("before", CurationCodec.write(item.before()));
            node.set("after", CurationCodec.write(item.after()));
            item.ran().ifPresent(ran -> node.put("ran", ran));
        }
        fields.put(ITEMS, items.toString());
        var letGo = Json.array();
        snapshot.letGo().forEach(id -> letGo.add(id.value()));
        fields.put(LET_GO, letGo.toString());
        return fields;
    }

    /// The snapshot in that hash; none where the issue is not published.
    static Optional<Snapshot> read(int number, Map<String, String> hash) {
        if (!hash.containsKey(AT)) {
            return Optional.empty();
        }
        var forms = new HashMap<String, String>();
        hash.forEach((field, text) -> {
            if (field.startsWith(FORM)) {
                forms.put(field.substring(FORM.length()), text);
            }
        });
        return Optional.of(
                new Snapshot(
                        number,
                        Instant.ofEpochMilli(Long.parseLong(need(hash, AT))),
                        Json.person(Json.read(need(hash, BY))),
                        need(hash, TITLE),
                        forms,
                        Json.all(
                                Json.read(need(hash, ITEMS)),
                                item ->
                                        new Snapshot.Item(
                                                new LinkId(Json.need(item, "link")),
                                                CurationCodec.read(item.get("before")),
                                                CurationCodec.read(item.get("after")),
                                                Optional.ofNullable(item.get("ran"))
                                                        .map(ran -> ran.asInt()))),
                        Json.all(Json.read(need(hash, LET_GO)), id -> new LinkId(id.asString()))));
    }

    private static String need(Map<String, String> hash, String field) {
        return Optional.ofNullable(hash.get(field))
                .orElseThrow(() ->
                        new IllegalStateException("Redis holds an issue without '" + field + "'."));
    }
}
