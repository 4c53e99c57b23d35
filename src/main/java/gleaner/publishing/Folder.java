package gleaner.publishing;

import gleaner.markdown.Plain;
import gleaner.news.Excerpt;
import gleaner.news.GleanerException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Files in a folder, each whole or not at all. What somebody else wrote or changed there is not
/// written over without being told to.
///
/// @param area under which the files' seals are remembered
record Folder(Path path, PublishingMemory memory, String area) {

    private static final int MOST_BYTES = 64 * 1024 * 1024;

    /// What writing would do to each file.
    ///
    /// @param fresh were not there
    /// @param changed are ours and differ
    /// @param foreign differ and are not as we left them
    record Plan(List<String> fresh, List<String> changed, List<String> foreign) {

        boolean isNothing() {
            return fresh.isEmpty() && changed.isEmpty() && foreign.isEmpty();
        }
    }

    Plan plan(Map<String, String> files) {
        var plan = new Plan(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        files.forEach((name, text) -> {
            var file = path.resolve(name);
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                plan.fresh().add(name);
                return;
            }
            var there = new Letter(name, read(file));
            if (!there.body().equals(text)) {
                var known = memory.read(key(name)).filter(there.seal()::equals);
                (known.isPresent() ? plan.changed() : plan.foreign()).add(name);
            }
        });
        return plan;
    }

    /// Writes what differs: all of it beside the files first, then each in its place.
    ///
    /// @throws GleanerException where the folder does not take it; then no file is half written
    void write(Map<String, String> files, Plan plan) {
        var names = new ArrayList<>(plan.fresh());
        names.addAll(plan.changed());
        names.addAll(plan.foreign());
        var ready = new LinkedHashMap<String, Path>();
        try {
            Files.createDirectories(path);
            for (var name : names) {
                var beside = path.resolve("." + name + ".new");
                ready.put(name, beside);
                write(beside, files.getOrDefault(name, ""));
            }
            for (var name : names) {
                Files.move(
                        ready.getOrDefault(name, path),
                        path.resolve(name),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            ready.values().forEach(Folder::delete);
            throw unwritable(e);
        }
        files.forEach((name, text) -> memory.write(key(name), new Letter(name, text).seal()));
    }

    private static void write(Path file, String text) throws IOException {
        delete(file);
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // It is written over the next time, or that says what is wrong.
        }
    }

    private String read(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw GleanerException.unavailable(
                    "%s is there already and cannot be read; look at it or take it away."
                            .formatted(shown(file)));
        }
    }

    private GleanerException unwritable(IOException e) {
        var why =
                switch (e) {
                    case AccessDeniedException _ -> "Gleaner may not write there";
                    case FileAlreadyExistsException _, NotDirectoryException _ ->
                            "a file stands where the folder should be";
                    case FileSystemException failure when failure.getReason() != null ->
                            Plain.words(Excerpt.of(failure.getReason()));
                    default -> Plain.words(Excerpt.of(String.valueOf(e.getMessage())));
                };
        return new GleanerException(
                GleanerException.Kind.UNAVAILABLE,
                "The files cannot be written to %s: %s.".formatted(shown(path), why),
                e);
    }

    static String shown(Path path) {
        return Plain.words(Excerpt.of(path.toString(), 200));
    }

    private String key(String name) {
        return area + ":" + name;
    }
}
