package gleaner.slack;

import gleaner.news.Interview;
import gleaner.news.MessageId;
import java.util.List;
import java.util.Optional;

/// Where interviews that were held in threads are kept.
public interface SlackInterviews {

    /// Keeps it, in the place of what was kept of that thread before.
    void keep(Interview interview);

    Optional<Interview> of(MessageId thread);

    /// Those that were kept last, the newest first.
    List<Interview> newest(int most);

    void forget(MessageId thread);
}
