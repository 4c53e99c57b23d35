package gleaner.importing;

/// How much of an archive is believed: small files that unpack without end must not fill the memory
/// or the evening.
///
/// @param line the longest line of a transcript or a table, in bytes; longer ones are left out,
///   without being held
/// @param item the longest message in a Slack export, in bytes
/// @param file the most that one packed file within an archive may unpack to, in bytes
/// @param total the most that an archive may unpack to as a whole, in bytes
/// @param ratio the most that a packed file may grow by when it is unpacked, once it is larger than
///   `freely`
/// @param freely what may be unpacked whatever the ratio, in bytes
/// @param entries the most files and folders that an archive may hold
public record Limits(
        int line, int item, long file, long total, int ratio, long freely, int entries) {

    private static final int MB = 1 << 20;

    /// 1 MB a line, 8 MB a message, 512 MB a file, 4 GB in all, 250 times the packed size once over
    /// 16 MB, 500,000 files.
    public static final Limits STANDARD =
            new Limits(MB, 8 * MB, 512L * MB, 4096L * MB, 250, 16L * MB, 500_000);
}
