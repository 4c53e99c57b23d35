package gleaner.app;

import gleaner.app.config.Config;
import gleaner.command.Reply;
import gleaner.intake.ReplyText;
import gleaner.mastodon.MastodonEditors;
import gleaner.news.MessageId;
import gleaner.slack.SlackEditors;
import gleaner.store.Outbox;
import gleaner.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The places where this newsroom's editors can be told something: Slack's channel of the editors,
/// and on Mastodon each of them.
final class EditorsRooms {

    private static final Duration LIFE = Duration.ofDays(1);

    private EditorsRooms() {}

    /// Those that are set up, perhaps none.
    static List<EditorsRoom> of(Config config, Store store) {
        var rooms = new ArrayList<EditorsRoom>();
        config.slackTokens()
                .flatMap(_ -> config.slack().editorsChannel())
                .ifPresent(channel -> rooms.add(new InSlack(store, channel)));
        var handles =
                config.editors().byKind().getOrDefault("mastodon", Set.of()).stream()
                        .sorted()
                        .toList();
        if (!handles.isEmpty() && MastodonAccess.isSetUp(config)) {
            rooms.add(new OnMastodon(store, handles));
        }
        return rooms;
    }

    private record InSlack(Store store, String channel) implements EditorsRoom {

        @Override
        public void send(String id, String notice, Reply draft, Instant now) {
            var memory = SlackPorts.memory(store);
            EditorsRooms.send(
                    store,
                    SlackPorts.ADDRESS,
                    List.of(SlackEditors.address(memory, channel, id, notice, now)),
                    draft);
        }

        @Override
        public String name() {
            return "the channel %s in Slack".formatted(channel);
        }
    }

    private record OnMastodon(Store store, List<String> handles) implements EditorsRoom {

        @Override
        public void send(String id, String notice, Reply draft, Instant now) {
            var told = new Reply(draft.kind(), notice + "\n\n" + draft.markdown(), draft.json());
            EditorsRooms.send(
                    store,
                    MastodonPorts.ADDRESS,
                    handles.stream()
                            .flatMap(handle -> MastodonEditors.address(id, handle).stream())
                            .toList(),
                    told);
        }

        @Override
        public String name() {
            return handles.stream()
                    .map(handle -> "@" + handle)
                    .collect(Collectors.joining(", ", "", " on Mastodon"));
        }
    }

    private static void send(Store store, String address, List<MessageId> to, Reply reply) {
        var text = ReplyText.write(reply);
        store.outbox()
                .send(
                        to.stream().map(each -> new Outbox.Outgoing(address, each, text)).toList(),
                        LIFE);
    }
}
