package gleaner.slack;

import gleaner.news.GleanerException;
import gleaner.news.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows people Gleaner's own tab: when they open it, and after what they did there.
///
/// What is to be shown is not kept over a restart: whoever opens the tab again sees it.
final class Homes implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Homes.class);
    private static final int MOST = 1_000;
    private static final int NOTICE = 500;

    private final SlackApi api;
    private final SlackDesk desk;
    private final SlackDirectory directory;
    private final SlackTroubles troubles;
    private final Stop stop;
    private final HomeTab tab;
    private final Map<String, String> pending = new LinkedHashMap<>();

    Homes(
            SlackApi api,
            SlackDesk desk,
            SlackDirectory directory,
            SlackTroubles troubles,
            Stop stop) {
        this.api = api;
        this.desk = desk;
        this.directory = directory;
        this.troubles = troubles;
        this.stop = stop;
        this.tab = new HomeTab(desk.sections());
    }

    /// Shows it soon; returns at once.
    ///
    /// @param notice what is said at its top, in Slack's markup
    synchronized void show(String user, String notice) {
        if (pending.size() < MOST && !user.isBlank()) {
            pending.put(user, notice);
            notifyAll();
        }
    }

    @Override
    public void run() {
        while (!stop.isNow()) {
            try {
                var next = next();
                if (next != null) {
                    publish(next.getKey(), next.getValue());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SlackFailure e) {
                troubles.tell(e, "");
            } catch (GleanerException e) {
                log.warn("Gleaner's tab could not be shown. {}", e.sentence());
            } catch (RuntimeException e) {
                log.error("Gleaner's tab could not be shown: {}", e.toString());
            }
        }
    }

    /// Once without a loop: nothing is done where nothing came, and the caller asks again.
    @SuppressWarnings("WaitNotInLoop")
    private synchronized Map.@org.jspecify.annotations.Nullable Entry<String, String> next()
            throws InterruptedException {
        if (pending.isEmpty()) {
            wait(250);
        }
        var entries = pending.entrySet().iterator();
        if (!entries.hasNext()) {
            return null;
        }
        var next = Map.copyOf(Map.ofEntries(entries.next())).entrySet().iterator().next();
        entries.remove();
        return next;
    }

    private void publish(String user, String notice) {
        var person = directory.who(user, "");
        var editor = desk.roleOf(person.id()) == Role.EDITOR;
        var view =
                tab.view(
                        desk.ask(HomeTab.ISSUE, person),
                        desk.ask(editor ? HomeTab.LATEST : HomeTab.OWN, person),
                        new Showing(editor, MrkdwnParts.first(notice, NOTICE)));
        api.call("views.publish", Map.of("user_id", user, "view", view.toString()));
    }
}
