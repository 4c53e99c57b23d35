package gleaner.slack;

import gleaner.command.Reply;
import gleaner.news.Event;
import gleaner.news.GleanerException;
import gleaner.news.MessageId;
import gleaner.news.Person;
import gleaner.news.PersonId;
import gleaner.news.Role;
import gleaner.news.Section;
import gleaner.news.SectionName;
import gleaner.news.Sections;
import gleaner.slack.SlackOutbox.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// What Slack's channel needs of a house in which nothing is.
final class EmptyHouse {

    private EmptyHouse() {}

    static SlackSettings settings(FakeSlack slack, SlackSettings.Mode mode) {
        return new SlackSettings(
                slack.apiUrl(),
                Optional.of("C1"),
                List.of(),
                "bookmark",
                "repeat",
                mode,
                0,
                false,
                false);
    }

    /// Keeps what is appended, until it is told to refuse.
    static final class Kept implements SlackQueue {

        final List<String> texts = new CopyOnWriteArrayList<>();
        volatile boolean refuses;

        @Override
        public void append(List<String> more) {
            if (refuses) {
                throw GleanerException.unavailable("Redis is away.");
            }
            texts.addAll(more);
        }

        @Override
        public List<Entry> take(int count, Duration wait) {
            return List.of();
        }

        @Override
        public void done(List<Entry> entries) {}

        @Override
        public void leave() {}
    }

    /// An inbox, an outbox and an archive in which nothing is.
    record Nothing() implements SlackInbox, SlackOutbox, SlackArchive {

        @Override
        public void append(List<Event> events) {}

        @Override
        public boolean awaitDone(Duration patience) {
            return true;
        }

        @Override
        public List<Answer> read(String after, Duration wait) {
            return List.of();
        }

        @Override
        public boolean isWaiting(Answer answer) {
            return false;
        }

        @Override
        public void delivered(Answer answer) {}

        @Override
        public Optional<Known> known(MessageId message) {
            return Optional.empty();
        }

        @Override
        public Optional<Event.MessagePosted> message(MessageId message) {
            return Optional.empty();
        }
    }

    static final class NoInterviews implements SlackInterviews {

        @Override
        public void keep(gleaner.news.Interview interview) {
            throw new AssertionError("Nobody keeps interviews here.");
        }

        @Override
        public Optional<gleaner.news.Interview> of(gleaner.news.MessageId thread) {
            return Optional.empty();
        }

        @Override
        public List<gleaner.news.Interview> newest(int most) {
            return List.of();
        }

        @Override
        public void forget(gleaner.news.MessageId thread) {}
    }

    static final class NoIssues implements SlackIssues {

        @Override
        public List<Published> publishedSince(java.time.Instant time) {
            return List.of();
        }

        @Override
        public List<Ran> ran(Published issue) {
            return List.of();
        }
    }

    /// A newsroom without editors.
    static final class NoDesk implements SlackDesk {

        @Override
        public Role roleOf(PersonId person) {
            return Role.CONTRIBUTOR;
        }

        @Override
        public Sections sections() {
            var brief = new SectionName("brief");
            return new Sections(List.of(new Section(brief, "In brief", List.of())), brief, brief);
        }

        @Override
        public Reply ask(String words, Person person) {
            return new Reply(Reply.Kind.SHOWN, "No links.", "{}");
        }
    }
}
