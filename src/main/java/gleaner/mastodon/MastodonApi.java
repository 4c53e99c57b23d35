package gleaner.mastodon;

import gleaner.mastodon.MastodonDesk.Preview;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What Gleaner asks of a server, in its own words; an account's token goes with every question.
///
/// Whoever fills this port promises: ids are opaque; an element that cannot be read costs itself
/// and never its page; what is unknown in an enumeration is passed on or left out, and an unknown
/// visibility is [Reach#DIRECT]; no redirect is followed. Every method throws [MastodonTrouble] and
/// nothing else.
interface MastodonApi extends AutoCloseable {

    /// What the server is and how much it takes.
    Instance instance();

    /// The account whose token it is.
    Account self();

    /// The page of mentions right after that notification; without one, the newest page.
    Page mentions(Optional<String> after);

    /// The page of mentions right before that notification.
    Page earlier(String before);

    /// The public statuses under a hashtag right after that one, the oldest first; without one, the
    /// newest.
    List<Status> tagged(String hashtag, Optional<String> after);

    /// The page that another one leads on to.
    ///
    /// @param place from [Page#onward]
    Page onward(String place);

    /// A status; empty where it is gone or may not be seen.
    Optional<Status> status(String id);

    /// Those of the statuses that are still there, in no particular order.
    List<Status> statuses(Collection<String> ids);

    /// How many statuses one question to the server is about.
    int atOnce();

    /// What stands around a status; empty where it is gone.
    Optional<Context> context(String id);

    /// The last statuses of an account, those of others that it passed on left out.
    List<Status> postsOf(String account);

    /// Publishes a status.
    ///
    /// @param key the same for every attempt at the same status; a server may ignore it
    Status post(Draft draft, String key);

    /// Deletes a status of one's own; one that is gone already is fine.
    void delete(String id);

    /// Favourites a status; doing so again is fine.
    ///
    /// @return the status as it is now, where the server tells of it
    Optional<Status> favourite(String id);

    /// Asks the server to let mentions of strangers through.
    ///
    /// @return whether it knows that setting
    boolean acceptStrangers();

    /// Marks the account as a bot's.
    void markAsBot();

    /// Opens the stream of the account's own events.
    ///
    /// @param number of the attempt, from 0: tells an implementation which of its addresses to try
    /// @throws MastodonTrouble where there is none, or it does not open
    Stream stream(int number, Listener listener);

    /// Leaves no thread and no connection behind.
    @Override
    void close();

    /// What a server is and how much it takes.
    ///
    /// @param domain of the accounts that are at home there
    /// @param mostCharacters of one status
    /// @param perUrl how many characters each URL counts for
    /// @param streaming the address that it names for streaming
    record Instance(
            String domain,
            String title,
            String version,
            int mostCharacters,
            int perUrl,
            Optional<String> streaming) {}

    /// Somebody on a server.
    ///
    /// @param acct as the server shows it: without a domain for its own accounts
    record Account(String id, String acct, String name, String url, boolean bot) {}

    /// Who can read a status, the narrowest last.
    enum Reach {
        PUBLIC,
        UNLISTED,
        FOLLOWERS,
        /// Only those who are mentioned; and whatever we do not know.
        DIRECT;

        boolean isOpen() {
            return this == PUBLIC || this == UNLISTED;
        }
    }

    /// What somebody wrote.
    ///
    /// @param replyTo the status that it answers
    /// @param isAnswered false where the server says that nothing stands below it
    /// @param content HTML; empty where the server gave none
    /// @param warning the content warning, plain text
    /// @param quote the status that it quotes
    /// @param sensitive whether its author wants it hidden at first
    /// @param card what its server found on the page of a link in it
    record Status(
            String id,
            Account account,
            Instant created,
            Optional<Instant> edited,
            Reach reach,
            Optional<String> replyTo,
            Optional<String> replyToAccount,
            boolean isAnswered,
            String content,
            String warning,
            Optional<String> url,
            List<Mention> mentions,
            List<HashTag> tags,
            List<String> media,
            Optional<Status> quote,
            boolean sensitive,
            Optional<Preview> card) {}

    record Mention(String id, String acct, String url) {}

    record HashTag(String name, String url) {}

    /// A notification.
    ///
    /// @param type open: `mention`, `update`, whatever comes
    record Notice(String id, String type, Status status) {}

    /// A page of notifications.
    ///
    /// @param notices the oldest first
    /// @param newest the id to go on after, also where the elements could not be read; empty for an
    ///   empty page
    /// @param oldest the id to go back before, likewise
    /// @param onward the page of newer ones, where the server names it
    record Page(
            List<Notice> notices,
            Optional<String> newest,
            Optional<String> oldest,
            Optional<String> onward) {}

    /// What stands around a status.
    ///
    /// @param before what it answers, the first one first
    record Context(List<Status> before, List<Status> after) {}

    record Draft(String text, Optional<String> replyTo, Reach reach, String warning) {

        /// The same as an answer.
        Draft below(Optional<String> status) {
            return new Draft(text, status, reach, warning);
        }
    }

    /// An open stream.
    interface Stream extends AutoCloseable {

        @Override
        void close();
    }

    /// Told of what streams in, on a thread of the stream's; must not block.
    interface Listener {

        /// A notification came.
        void noticed(Notice notice);

        /// A status was changed.
        void changed(Status status);

        /// A status was deleted.
        void deleted(String id);

        /// Something came that nobody here knows; it may be news all the same.
        void other();

        /// The stream is over, once, whatever ended it; not told of one that was closed here.
        void ended(MastodonTrouble trouble);
    }
}
