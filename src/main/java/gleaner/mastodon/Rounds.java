package gleaner.mastodon;

import gleaner.mastodon.MastodonApi.Account;
import gleaner.mastodon.MastodonApi.Instance;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// The listening thread's turns: hold the floor, keep the stream open, catch up, look at edits,
/// take what streams in.
final class Rounds {

    private static final Logger log = LoggerFactory.getLogger(Rounds.class);

    private final MastodonApi api;
    private final Doors doors;
    private final MastodonSetup setup;
    private final Clock clock;
    private final Backoff backoff;
    private final String holder;
    private final CountDownLatch stop;
    private final Signals signals = new Signals();
    private volatile Optional<Joined> joined = Optional.empty();

    private final Timer hold = new Timer();
    private final Timer open = new Timer();
    private final Timer catchUp = new Timer();
    private final Timer look = new Timer();
    private final Timer tags = new Timer();
    private Optional<MastodonApi.Stream> stream = Optional.empty();
    private @Nullable Listening listening;
    private int opened;
    private int lost;
    private long openSince;

    /// Where it reaches out to.
    record Doors(
            MastodonApi api,
            Remembered remembered,
            MastodonInbox inbox,
            MastodonOutbox outbox,
            MastodonDesk desk) {}

    /// @param account who speaks
    record Joined(Instance instance, Account account) {}

    /// @param holder a name of this process's own
    /// @param stop is at zero when it is over
    Rounds(
            Doors doors,
            MastodonSetup setup,
            Clock clock,
            Backoff backoff,
            String holder,
            CountDownLatch stop) {
        this.api = doors.api();
        this.doors = doors;
        this.setup = setup;
        this.clock = clock;
        this.backoff = backoff;
        this.holder = holder;
        this.stop = stop;
    }

    /// As whom it speaks; empty while it does not.
    Optional<Joined> joined() {
        return joined;
    }

    /// Cuts the waiting short; what waits is caught up with later.
    void wake() {
        signals.wake();
    }

    private boolean isStopping() {
        return stop.getCount() == 0;
    }

    private void await(Duration pause) {
        try {
            var _ = stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }

    /// One turn.
    ///
    /// @throws MastodonTrouble where the server fails; GleanerException where Redis does
    void next() {
        signals.ended().ifPresent(ended -> ended.act(this));
        if (hold.isDue() && !holds()) {
            await(setup.tempo().lease().dividedBy(3));
            return;
        }
        var ears = listening == null ? join() : listening;
        if (stream.isEmpty() && open.isDue()) {
            open();
        }
        if (catchUp.isDue()) {
            ears.catchUp();
            catchUp.in(stream.isPresent() ? setup.tempo().safety() : setup.tempo().poll());
        }
        if (look.isDue()) {
            ears.lookAgain();
            look.in(setup.tempo().look());
        }
        if (tags.isDue()) {
            ears.hashtags().look();
            tags.in(setup.tempo().hashtags());
        }
        var signal = wait(Timer.soonest(hold, catchUp, look, stream.isEmpty() ? open : look));
        if (!isStopping()) {
            signal.ifPresent(came -> came.act(this));
        }
    }

    private boolean holds() {
        var isOurs = doors.remembered().memory().hold(holder, setup.tempo().lease());
        if (isOurs) {
            hold.in(setup.tempo().lease().dividedBy(3));
        } else {
            leave();
        }
        return isOurs;
    }

    private void leave() {
        joined = Optional.empty();
        listening = null;
        stream.ifPresent(MastodonApi.Stream::close);
        stream = Optional.empty();
    }

    private Listening join() {
        var instance = api.instance();
        var account = api.self();
        acceptStrangers();
        var composer = new Composer(api, doors.remembered(), account, setup.parser());
        var ears = new Listening(doors, composer, setup, instance, clock);
        listening = ears;
        joined = Optional.of(new Joined(instance, account));
        log.info("Mastodon: listening as {} on {}.", Handle.of(account, instance), setup.server());
        return ears;
    }

    private void acceptStrangers() {
        try {
            api.acceptStrangers();
        } catch (MastodonTrouble e) {
            if (e.kind().isPassing() || e.kind() == MastodonTrouble.Kind.TOKEN) {
                throw e;
            }
            log.warn("Mastodon: mentions of strangers may be filtered: {}", e.sentence());
        }
    }

    private void open() {
        try {
            stream = Optional.of(api.stream(lost, signals.ears(++opened)));
            openSince = System.nanoTime();
            catchUp.now(); // nothing is replayed
        } catch (MastodonTrouble e) {
            lose(e); // whether the token is good at all is told by catching up
        }
    }

    private void lose(MastodonTrouble trouble) {
        lost++;
        stream = Optional.empty();
        open.in(backoff.after(lost));
        log.atLevel(lost == 1 ? Level.INFO : Level.DEBUG)
                .log("Mastodon: {} Polling until it streams.", trouble.sentence());
    }

    void ended(int number, MastodonTrouble trouble) {
        if (number == opened && stream.isPresent()) {
            var lived = System.nanoTime() - openSince;
            lost = lived > setup.tempo().idle().toNanos() ? 0 : lost;
            lose(trouble);
            catchUp.atMost(setup.tempo().poll());
        }
    }

    /// Something streamed in: so the stream is alive, and the cursor is to follow.
    void heard() {
        lost = 0;
        catchUp.atMost(setup.tempo().settle());
    }

    void catchUpSoon() {
        catchUp.now();
    }

    void end() {
        leave();
    }

    private Optional<Signals.Signal> wait(Duration time) {
        try {
            return signals.next(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.countDown();
            return Optional.empty();
        }
    }

    void with(Consumer<Listening> work) {
        var ears = listening;
        if (ears != null) {
            work.accept(ears);
        }
    }
}
