package gleaner.store;

import java.util.Optional;

/// The first two numbers of a server's version, which decide what it can do.
///
/// Valkey counts on from Redis 7.2, so that its numbers compare with Redis's for what Gleaner
/// needs.
record RedisVersion(int major, int minor) implements Comparable<RedisVersion> {

    /// The oldest that has all the commands Gleaner uses (XAUTOCLAIM, GETDEL, ZADD GT).
    static final RedisVersion FLOOR = new RedisVersion(6, 2);

    /// From here on the append-only file is a folder of files, which an older server does not see.
    static final RedisVersion FOLDER_OF_FILES = new RedisVersion(7, 0);

    /// Reads `6.2.11` or `8.0`; nothing when it does not start with two numbers.
    static Optional<RedisVersion> parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        int major = number(text, 0, dot);
        int end = dot + 1;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        int minor = number(text, dot + 1, end);
        return major < 0 || minor < 0
                ? Optional.empty()
                : Optional.of(new RedisVersion(major, minor));
    }

    @Override
    public int compareTo(RedisVersion other) {
        return major != other.major
                ? Integer.compare(major, other.major)
                : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }

    private static int number(String text, int from, int to) {
        if (to <= from || to - from > 4) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return -1;
            }
            value = value * 10 + (text.charAt(i) - '0');
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
