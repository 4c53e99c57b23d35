package gleaner.store;

import gleaner.news.IssueField;
import gleaner.news.IssueWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;

/// The open issue and the published ones.
final class Issues {

    private final Redis connection;
    private final UnifiedJedis redis;
    private final Keys keys;

    Issues(Redis connection, Keys keys) {
        this.connection = connection;
        this.redis = connection.client();
        this.keys = keys;
    }

    IssueWords words() {
        var number = open();
        return connection.guard(() -> {
            var values = new LinkedHashMap<IssueField, String>();
            var edits = new long[1];
            redis.hgetAll(keys.issue(number))
                    .forEach((field, value) -> {
                        if (field.equals(CommitRequest.EDITS)) {
                            edits[0] = Long.parseLong(value);
                        } else if (!field.startsWith("run:")) {
                            values.put(new IssueField(field), value);
                        }
                    });
            return new IssueWords(number, edits[0], values);
        });
    }

    Optional<Snapshot> snapshot(int number) {
        return connection.guard(
                () -> SnapshotCodec.read(number, redis.hgetAll(keys.issue(number))));
    }

    List<PublishedIssue> published(int count) {
        var open = open();
        return connection.guard(() -> {
            var answers = new LinkedHashMap<Integer, Response<List<String>>>();
            try (AbstractPipeline pipeline = redis.pipelined()) {
                for (int number = open - 1; number > Math.max(0, open - 1 - count); number--) {
                    answers.put(
                            number,
                            pipeline.hmget(
                                    keys.issue(number),
                                    SnapshotCodec.TITLE,
                                    SnapshotCodec.AT,
                                    SnapshotCodec.COUNT));
                }
                pipeline.sync();
            }
            var issues = new ArrayList<PublishedIssue>();
            answers.forEach((number, answer) -> {
                var fields = answer.get();
                if (fields.stream().allMatch(Objects::nonNull)) {
                    issues.add(
                            new PublishedIssue(
                                    number,
                                    fields.get(0),
                                    Instant.ofEpochMilli(Long.parseLong(fields.get(1))),
                                    Integer.parseInt(fields.get(2))));
                }
            });
            return issues;
        });
    }

    int open() {
        return connection.guard(() ->
                Optional.ofNullable(redis.hget(keys.issue(), "open"))
                        .map(Integer::valueOf)
                        .orElse(1));
    }
}
