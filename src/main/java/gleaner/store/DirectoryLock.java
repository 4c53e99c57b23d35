package gleaner.store;

import gleaner.news.GleanerException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Holds a file's lock against other processes and against other threads of this one.
///
/// A POSIX record lock belongs to the whole process and is lost as soon as the process closes any
/// descriptor of the file, so two threads that each open it would take the lock from one another.
/// Hence one thread at a time opens it: the locks in [#HELD] are the process's side of a state that
/// lies in the file system, and as global as that.
final class DirectoryLock implements AutoCloseable {

    private static final ConcurrentMap<Path, ReentrantLock> HELD = new ConcurrentHashMap<>();
    private static final long PAUSE_MILLIS = 10;

    private final ReentrantLock threads;
    private final FileChannel channel;

    private DirectoryLock(ReentrantLock threads, FileChannel channel) {
        this.threads = threads;
        this.channel = channel;
    }

    /// Waits for the lock, at most `patience`.
    ///
    /// @param file an absolute, normalised path; made if it is not there, never removed
    /// @throws GleanerException `UNAVAILABLE` when somebody else holds it for longer, or the file
    ///   system has no locks
    static DirectoryLock take(Path file, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        ReentrantLock threads = HELD.computeIfAbsent(file, _ -> new ReentrantLock());
        boolean taken = false;
        FileChannel channel = null;
        try {
            if (!threads.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw tooLong(file, patience);
            }
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            while (lock(channel) == null) {
                if (System.nanoTime() - deadline > 0) {
                    throw tooLong(file, patience);
                }
                Thread.sleep(PAUSE_MILLIS);
            }
            taken = true;
            return new DirectoryLock(threads, channel);
        } catch (IOException e) {
            throw new GleanerException(
                    GleanerException.Kind.UNAVAILABLE,
                    "The file "
                            + file
                            + " cannot be locked ("
                            + Reason.of(e)
                            + "); Gleaner needs a data directory on"
                            + " a local disk that it may write to.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GleanerException(
                    GleanerException.Kind.UNAVAILABLE,
                    "Waiting for the lock " + file + " was interrupted.",
                    e);
        } finally {
            if (!taken) {
                release(threads, channel);
            }
        }
    }

    @Override
    public void close() {
        release(threads, channel);
    }

    /// Nothing when another process, or another class loader of this one, has it.
    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private static void release(ReentrantLock threads, @Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException _) {
            // The descriptor is gone, and the lock with it.
        } finally {
            if (threads.isHeldByCurrentThread()) {
                threads.unlock();
            }
        }
    }

    private static GleanerException tooLong(Path file, Duration patience) {
        return GleanerException.unavailable(
                "Another Gleaner has held "
                        + file
                        + " for more than "
                        + patience.toSeconds()
                        + " s; wait for it to start or stop, or end it, and try again.");
    }
}
