package gleaner.slack;

import gleaner.news.ChannelId;
import gleaner.news.MessageId;
import java.time.Instant;

/// The editors' channel as an address: what goes there though nobody in Slack has asked for it.
public final class SlackEditors {

    private SlackEditors() {}

    /// Leads what is sent to that address, a draft, into the channel; any number of times, the last
    /// way holds.
    ///
    /// @param channel the id of the editors' channel
    /// @param id of what is sent, without a slash; the same is posted once
    /// @param notice what stands above it
    public static MessageId address(
            SlackMemory memory, String channel, String id, String notice, Instant now) {
        var address = new MessageId(ChannelId.of(SlackDirectory.KIND, channel), id);
        var route =
                new Route(
                        channel,
                        "",
                        "",
                        "",
                        now,
                        Route.Place.NEW,
                        "",
                        MrkdwnWriter.escaped(notice));
        memory.keep(Route.name(address), route.write(), SlackListener.ROUTE);
        return address;
    }
}
