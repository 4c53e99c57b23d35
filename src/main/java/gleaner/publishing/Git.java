package gleaner.publishing;

import gleaner.markdown.Plain;
import gleaner.news.Excerpt;
import gleaner.news.GleanerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The `git` of this machine, in one work tree. It is given arguments, never a shell's line, and
/// never pushes.
///
/// @param program `git`
/// @param folder the work tree or a folder in it
record Git(String program, Path folder) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LONGEST = 8_192;

    /// What it came to.
    private record Result(int code, String output) {

        String firstLine() {
            return output.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .findFirst()
                    .orElse("it said nothing");
        }
    }

    /// The branch that a commit goes to.
    ///
    /// @throws GleanerException where there is none, or it is not the wanted one
    String branch(Optional<String> wanted) {
        var inside = run(List.of("rev-parse", "--is-inside-work-tree"));
        if (inside.code() != 0 || !inside.output().strip().equals("true")) {
            throw GleanerException.failed(
                    "%s, which publishing.git.folder names, is no git work tree: make one there with `git init` or `git clone`."
                            .formatted(Folder.shown(folder)));
        }
        var head = run(List.of("symbolic-ref", "--quiet", "--short", "HEAD"));
        if (head.code() != 0) {
            throw GleanerException.failed(
                    "No branch is checked out in %s, so a commit would be lost: `git switch` to one."
                            .formatted(Folder.shown(folder)));
        }
        var branch = head.output().strip();
        if (wanted.isPresent() && !wanted.get().equals(branch)) {
            throw GleanerException.failed(
                    "In %s the branch %s is checked out, not %s as publishing.git.branch says: `git switch` to that."
                            .formatted(
                                    Folder.shown(folder),
                                    Plain.words(Excerpt.of(branch)),
                                    Plain.words(wanted.get())));
        }
        return branch;
    }

    /// Commits the files and nothing else, whatever else is staged.
    ///
    /// @return the commit's short name; empty where they were committed already
    Optional<String> commit(List<String> files, String message) {
        must("add", files, List.of("add"));
        var status =
                must("look at", files, List.of("status", "--porcelain", "--untracked-files=all"));
        if (status.isBlank()) {
            return Optional.empty();
        }
        must("commit", files, List.of("commit", "--quiet", "--only", "--message=" + message));
        return Optional.of(run(List.of("rev-parse", "--short", "HEAD")).output().strip());
    }

    private String must(String deed, List<String> files, List<String> arguments) {
        var all = new ArrayList<>(arguments);
        all.add("--");
        all.addAll(files);
        var result = run(all);
        if (result.code() != 0) {
            throw GleanerException.failed(
                    "The files are written in %s, but git did not %s them: %s."
                            .formatted(
                                    Folder.shown(folder),
                                    deed,
                                    Plain.words(Excerpt.of(result.firstLine(), 200))));
        }
        return result.output();
    }

    private Result run(List<String> arguments) {
        var command = new ArrayList<>(List.of(program, "-C", folder.toString(), "--no-pager"));
        command.addAll(arguments);
        Path output = null;
        try {
            output = Files.createTempFile("gleaner-git", ".txt");
            var builder =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            var environment = builder.environment();
            environment
                    .keySet()
                    .removeIf(name ->
                            name.startsWith("GIT_DIR")
                                    || name.startsWith("GIT_INDEX")
                                    || name.startsWith("GIT_WORK_TREE"));
            environment.put("GIT_TERMINAL_PROMPT", "0");
            environment.put("GIT_LITERAL_PATHSPECS", "1");
            environment.put("GIT_EDITOR", "true");
            environment.put("LC_ALL", "C");
            return ended(builder.start(), output);
        } catch (IOException e) {
            throw new GleanerException(
                    GleanerException.Kind.UNAVAILABLE,
                    "There is no git on this machine that Gleaner could start; install it, or hand over to `file`.",
                    e);
        } finally {
            if (output != null) {
                output.toFile().delete();
            }
        }
    }

    private static Result ended(Process process, Path output) throws IOException {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw GleanerException.unavailable(
                        "git did not end within %d seconds; does it wait for somebody (a hook, a signature)?"
                                .formatted(PATIENCE.toSeconds()));
            }
            try (var in = Files.newInputStream(output)) {
                return new Result(
                        process.exitValue(),
                        new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GleanerException(
                    GleanerException.Kind.UNAVAILABLE, "Gleaner was stopped while git ran.", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
