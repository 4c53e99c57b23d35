package gleaner.slack;

import gleaner.news.Event;
import gleaner.news.Event.CommandGiven;
import gleaner.news.Event.MessageEdited;
import gleaner.news.Event.MessagePosted;
import gleaner.news.Event.ReactionAdded;
import gleaner.news.Event.ReactionRemoved;
import gleaner.news.MessageId;
import gleaner.slack.SlackArchive.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Reads what was said while nobody listened: in every channel from the last message heard, and a
/// day before it, since what was edited or reacted to meanwhile is mostly not old; in the threads
/// that were alive lately; deletions cannot be seen, except in threads that were kept as
/// interviews, which are read as a whole.
///
/// Only what differs from what is known is appended, so it may be done any number of times.
final class CatchUp {

    private static final Duration OVERLAP = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PAGE = "200";

    /// Held by the process that looks back.
    static final String LEASE = "looking-back";

    private final SlackApi api;
    private final Differences differences;
    private final SlackInbox inbox;
    private final SlackArchive archive;
    private final SlackMemory memory;
    private final Marks marks;
    private final KeptThreads threads;
    private final SlackTroubles troubles;

    CatchUp(
            SlackApi api,
            Differences differences,
            SlackInbox inbox,
            SlackArchive archive,
            SlackMemory memory,
            Marks marks,
            KeptThreads threads,
            SlackTroubles troubles) {
        this.api = api;
        this.differences = differences;
        this.inbox = inbox;
        this.archive = archive;
        this.memory = memory;
        this.marks = marks;
        this.threads = threads;
        this.troubles = troubles;
    }

    /// What was recovered.
    ///
    /// @param messages with or without links
    record Found(int links, int messages, int edits, int reactions, int commands) {

        boolean isAnything() {
            return links + edits + reactions + commands > 0;
        }
    }

    /// Reads everything since then.
    ///
    /// @param now the time that reactions are given, for Slack does not tell theirs
    /// @throws SlackFailure where Slack does not let it read even which channels there are
    Found since(Instant since, Instant now) throws InterruptedException {
        var fresh = new LinkedHashSet<MessageId>();
        var found = new Found(0, 0, 0, 0, 0);
        var heard = marks.channels();
        for (var channel : channels()) {
            var last = Optional.ofNullable(heard.get(channel)).orElse(Long.MAX_VALUE);
            if (last == Long.MAX_VALUE) {
                marks.joined(channel, since);
            }
            var from =
                    Math.min(last, Marks.micros(since)) - Marks.micros(Instant.EPOCH.plus(OVERLAP));
            try {
                found = plus(found, read(channel, Math.max(0, from), now, fresh));
            } catch (SlackFailure e) {
                if (e.isPassing() || e.isLockedOut()) {
                    throw e;
                }
                if (!e.code().equals("not_in_channel")) {
                    troubles.tell(e, channel);
                }
            }
        }
        threads.again();
        inbox.awaitDone(PATIENCE);
        var links =
                fresh.stream().mapToInt(id -> archive.known(id).map(Known::links).orElse(0)).sum();
        return new Found(links, fresh.size(), found.edits(), found.reactions(), found.commands());
    }

    private static Found plus(Found one, Found two) {
        return new Found(
                0,
                0,
                one.edits() + two.edits(),
                one.reactions() + two.reactions(),
                one.commands() + two.commands());
    }

    private List<String> channels() {
        return Conversations.of(
                        api,
                        "public_channel,private_channel,im,mpim",
                        missing -> troubles.tell(missing, ""))
                .stream()
                .map(channel -> channel.path("id").asString(""))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private Found read(String channel, long from, Instant now, Set<MessageId> fresh) {
        var oldest = Ts.of(from);
        var messages =
                new ArrayList<>(
                        api.pages(
                                "conversations.history",
                                Map.of(
                                        "channel",
                                        channel,
                                        "oldest",
                                        oldest,
                                        "inclusive",
                                        "true",
                                        "limit",
                                        PAGE),
                                "messages"));
        var threads = new LinkedHashSet<>(marks.threads(channel, now));
        for (var message : messages) {
            if (message.path("reply_count").asInt(0) > 0
                    && message.path("latest_reply").asString("").compareTo(oldest) >= 0) {
                threads.add(message.path("ts").asString(""));
            }
        }
        for (var root : threads) {
            if (Ts.is(root)) {
                messages.addAll(replies(channel, root, oldest));
            }
        }
        messages.sort(java.util.Comparator.comparing(message -> message.path("ts").asString("")));
        var missed = new ArrayList<Event>();
        var seen = new LinkedHashSet<String>();
        for (var message : messages) {
            if (seen.add(message.path("ts").asString(""))) {
                missed.addAll(differences.of(message, channel, now, fresh));
            }
        }
        inbox.append(missed);
        marks.heard(missed);
        for (var event : missed) {
            if (event instanceof CommandGiven command) {
                memory.keep("seen:command:" + command.message(), "1", SlackListener.SEEN_COMMAND);
            }
        }
        return count(missed, now);
    }

    private List<JsonNode> replies(String channel, String root, String oldest) {
        try {
            return api.pages(
                    "conversations.replies",
                    Map.of(
                            "channel",
                            channel,
                            "ts",
                            root,
                            "oldest",
                            oldest,
                            "inclusive",
                            "true",
                            "limit",
                            PAGE),
                    "messages");
        } catch (SlackFailure e) {
            if (e.code().equals("thread_not_found") || e.code().equals("message_not_found")) {
                return List.of();
            }
            throw e;
        }
    }

    /// What came while it was read is not counted: it comes by the line as well.
    private static Found count(List<Event> missed, Instant now) {
        int edits = 0;
        int reactions = 0;
        int commands = 0;
        for (var event : missed.stream().filter(each -> !each.time().isAfter(now)).toList()) {
            switch (event) {
                case MessageEdited _ -> edits++;
                case ReactionAdded _, ReactionRemoved _ -> reactions++;
                case CommandGiven _ -> commands++;
                case MessagePosted _, Event.MessageDeleted _ -> {}
            }
        }
        return new Found(0, 0, edits, reactions, commands);
    }
}
