package gleaner.publishing;

import gleaner.command.Destination;
import gleaner.command.DraftForm;
import gleaner.command.Edition;
import gleaner.command.FeedForm;
import gleaner.command.Publishers;
import gleaner.news.GleanerException;
import gleaner.news.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Hands published issues over to where the configuration says.
///
/// Safe for use by many threads and processes: an issue is handed over to one place by one of them
/// at a time.
public final class PublishingDesk implements Publishers {

    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration LEASE = Duration.ofMinutes(3);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final PublishingSettings settings;
    private final PublishingKeys keys;
    private final Newsletter newsletter;
    private final PublishingMemory memory;
    private final Feeds feeds;
    private final Clock clock;
    private final Duration patience;

    /// @param patience how long it waits for another process that hands over the same
    public PublishingDesk(
            PublishingSettings settings,
            PublishingKeys keys,
            Newsletter newsletter,
            PublishingMemory memory,
            Clock clock,
            Duration patience) {
        this.settings = settings;
        this.keys = keys;
        this.newsletter = newsletter;
        this.memory = memory;
        this.feeds = new Feeds(newsletter, settings.site());
        this.clock = clock;
        this.patience = patience;
    }

    /// What is known of a publisher before it is asked.
    private record Line(Remote remote, Credential credential) {}

    @Override
    public void ready(Destination to) {
        switch (to) {
            case BUTTONDOWN, GHOST, LISTMONK -> line(to, true).remote().place().mustBeSafe();
            case FILE -> files();
            case GIT -> work().ready();
        }
    }

    @Override
    public Handed hand(Edition issue, List<Edition> latest, Destination to, boolean isConfirmed) {
        return switch (to) {
            case BUTTONDOWN, GHOST, LISTMONK -> {
                var drafts = new RemoteDrafts(memory, line(to, true).remote());
                yield alone(
                        to + ":" + issue.number(),
                        () -> drafts.hand(issue.number(), letter(issue, to), isConfirmed));
            }
            case FILE -> alone("file", () -> files().hand(issue, with(latest, issue), isConfirmed));
            case GIT -> alone("git", () -> work().hand(issue, with(latest, issue), isConfirmed));
        };
    }

    @Override
    public String rehearse(Edition issue, List<Edition> latest, Destination to) {
        return switch (to) {
            case BUTTONDOWN, GHOST, LISTMONK -> {
                var line = line(to, false);
                yield new RemoteDrafts(memory, line.remote())
                        .rehearse(issue.number(), letter(issue, to), line.credential().scheme());
            }
            case FILE -> files().rehearse(issue, with(latest, issue));
            case GIT -> work().rehearse(issue, with(latest, issue));
        };
    }

    @Override
    public String feed(
            FeedForm form, List<Edition> issues, Optional<Tag> tag, UnaryOperator<Tag> current) {
        return feeds.write(form, issues, tag, current);
    }

    private static Letter letter(Edition issue, Destination to) {
        return new Letter(
                issue.title().strip(),
                to == Destination.LISTMONK
                        ? Listmonk.text(issue.in(DraftForm.HTML))
                        : Texts.markdown(issue));
    }

    private static List<Edition> with(List<Edition> latest, Edition issue) {
        if (latest.stream().anyMatch(each -> each.number() == issue.number())) {
            return latest;
        }
        var all = new ArrayList<>(latest);
        all.add(issue);
        all.sort(Comparator.comparingInt(Edition::number).reversed());
        return all;
    }

    private Line line(Destination to, boolean isReal) {
        return switch (to) {
            case BUTTONDOWN ->
                    line(
                            new Place(
                                    "Buttondown",
                                    without(settings.buttondown(), "/v1"),
                                    "publishing.buttondown.url",
                                    "BUTTONDOWN_API_KEY"),
                            key("Token", keys.buttondown(), "BUTTONDOWN_API_KEY", isReal),
                            web -> place -> new Buttondown(place, web, newsletter.team()));
            case GHOST ->
                    line(
                            new Place(
                                    "Ghost",
                                    without(
                                            set(settings.ghost(), "publishing.ghost.url"),
                                            "/ghost"),
                                    "publishing.ghost.url",
                                    "GHOST_ADMIN_API_KEY"),
                            ghostKey(isReal),
                            web -> place -> new Ghost(place, web, newsletter.team()));
            case LISTMONK ->
                    line(
                            new Place(
                                    "listmonk",
                                    without(
                                            set(settings.listmonk(), "publishing.listmonk.url"),
                                            "/api"),
                                    "publishing.listmonk.url",
                                    "LISTMONK_API_TOKEN"),
                            listmonkKey(isReal),
                            web ->
                                    place ->
                                            new Listmonk(
                                                    place,
                                                    web,
                                                    newsletter.team(),
                                                    settings.lists()));
            case FILE, GIT -> throw new IllegalArgumentException(to + " is on this machine.");
        };
    }

    private static Line line(
            Place place, Credential key, Function<Web, Function<Place, Remote>> remote) {
        return new Line(remote.apply(new Web(place, key, ANSWER)).apply(place), key);
    }

    /// @param isReal whether it is needed: what is only shown holds no key
    private static Credential key(
            String scheme, Optional<String> key, String variable, boolean isReal) {
        if (!isReal) {
            return new Credential(scheme, "", () -> "");
        }
        var secret =
                key.orElseThrow(() ->
                        GleanerException.failed(
                                "There is no key: set %s in the environment, or %s_FILE, where Gleaner runs."
                                        .formatted(variable, variable)));
        if (!secret.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw GleanerException.failed(
                    "%s should be one word of plain characters; copy the key again."
                            .formatted(variable));
        }
        return new Credential(scheme, secret, () -> secret);
    }

    private Credential ghostKey(boolean isReal) {
        var plain = key("Ghost", keys.ghost(), "GHOST_ADMIN_API_KEY", isReal);
        if (!isReal) {
            return plain;
        }
        var token = new GhostToken(plain.secret(), clock);
        return new Credential("Ghost", token.secret(), token::make);
    }

    private Credential listmonkKey(boolean isReal) {
        var user = key("token", keys.listmonkUser(), "LISTMONK_API_USER", isReal);
        var token = key("token", keys.listmonkToken(), "LISTMONK_API_TOKEN", isReal);
        return new Credential("token", token.secret(), () -> user.secret() + ":" + token.secret());
    }

    private LocalFiles files() {
        var folder = set(settings.files(), "publishing.file.folder");
        return new LocalFiles(
                new Folder(folder, memory, "file"), feeds, Optional.empty(), Optional.empty());
    }

    private LocalFiles work() {
        var folder = set(settings.work(), "publishing.git.folder");
        return new LocalFiles(
                new Folder(folder, memory, "git"),
                feeds,
                Optional.of(new Git("git", folder)),
                settings.branch());
    }

    private static <T> T set(Optional<T> setting, String name) {
        return setting.orElseThrow(() ->
                GleanerException.failed(
                        "%s is not set in config/gleaner.yaml; docs/publishing.md says what goes there."
                                .formatted(name)));
    }

    /// The address without an ending that people copy along with it.
    private static URI without(URI url, String end) {
        var text = url.toString();
        while (text.endsWith("/")) {
            text = text.substring(0, text.length() - 1);
        }
        return URI.create(
                text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text);
    }

    /// What one handing over is.
    private interface Deed {
        Handed done();
    }

    private Handed alone(String what, Deed deed) {
        var lease = "lease:" + what;
        var until = System.nanoTime() + patience.toNanos();
        while (!memory.claim(lease, LEASE)) {
            if (System.nanoTime() >= until || !pause()) {
                throw GleanerException.unavailable(
                        "It is being handed over there just now by somebody else; look again in a minute.");
            }
        }
        try {
            return deed.done();
        } finally {
            memory.forget(lease);
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
