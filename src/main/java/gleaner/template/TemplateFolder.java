package gleaner.template;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A template of the team's own in a folder: its files, those that it shares with others in the
/// folder `common` beside it, and where one is missing in both, the one that comes with Gleaner.
public final class TemplateFolder {

    private record Read(Map<String, Source> all, String place, Shipped shipped) implements Sources {

        @Override
        public Optional<Source> of(String file) {
            return Optional.ofNullable(all.get(file)).or(() -> shipped.of(file));
        }

        @Override
        public String placeOf(String file) {
            return place + "/" + file;
        }
    }

    /// No file of a template is longer.
    static final int MOST_BYTES = 256 << 10;

    private static final Set<String> ENDINGS = Set.of(".md", ".html", ".txt");
    private static final int MOST_FILES = 200;

    private final Path folder;
    private final String shown;
    private final String name;

    /// @param folder holds one folder for each template; may be missing
    /// @param shown how that folder is called, such as `config/templates`
    /// @param name the template's
    public TemplateFolder(Path folder, String shown, String name) {
        this.folder = folder;
        this.shown = shown;
        this.name = name;
    }

    /// Changes whenever a file of it comes, goes or is written.
    public String stamp() {
        var all = new StringBuilder();
        for (var file : files()) {
            try {
                all.append(file)
                        .append(' ')
                        .append(Files.getLastModifiedTime(file))
                        .append(' ')
                        .append(Files.size(file))
                        .append('\n');
            } catch (IOException e) {
                all.append(file).append('\n');
            }
        }
        return all.toString();
    }

    /// The files as they are now: whatever is written to them later is in the next reading only.
    ///
    /// @throws TemplateProblem if one cannot be read as text
    public Sources read() {
        var all = new TreeMap<String, Source>();
        for (var file : files()) {
            var plain = file.getFileName().toString();
            all.putIfAbsent(plain, new Source(place(file), text(file)));
        }
        return new Read(all, shown + "/" + name, new Shipped(name));
    }

    /// Whether nothing in it differs from what comes with Gleaner.
    ///
    /// @throws TemplateProblem if a file cannot be read as text
    public boolean isAsShipped() {
        var shipped = new Shipped(name);
        return files().stream()
                .allMatch(file -> {
                    var plain = file.getFileName().toString();
                    return shipped.of(plain)
                            .filter(own -> own.text().equals(text(file)))
                            .isPresent();
                });
    }

    private String place(Path file) {
        return shown + "/" + folder.relativize(file).toString().replace('\\', '/');
    }

    private String text(Path file) {
        var place = place(file);
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new TemplateProblem(
                        place + ": a template has at most %,d bytes.".formatted(MOST_BYTES));
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new TemplateProblem(place + ": it is not text in UTF-8.", e);
        } catch (IOException e) {
            throw new TemplateProblem(place + ": it cannot be read.", e);
        }
    }

    /// The template's own before the common ones.
    private List<Path> files() {
        var all = new ArrayList<Path>();
        for (var in : List.of(name, "common")) {
            var found = new TreeSet<Path>();
            try (var entries = Files.newDirectoryStream(folder.resolve(in))) {
                for (var entry : entries) {
                    var file = entry.getFileName().toString();
                    if (ENDINGS.stream().anyMatch(file::endsWith)
                            && Files.isRegularFile(entry)
                            && found.size() < MOST_FILES) {
                        found.add(entry);
                    }
                }
            } catch (IOException e) {
                continue;
            }
            all.addAll(found);
        }
        return Collections.unmodifiableList(all);
    }
}
