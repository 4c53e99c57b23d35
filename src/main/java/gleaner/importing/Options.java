package gleaner.importing;

import java.io.InputStream;
import java.time.ZoneId;

/// How an archive is read.
///
/// @param zone of dates and times that name none
/// @param bots whether what apps wrote in Slack is taken too
/// @param standardInput what is read for the path `-`
public record Options(ZoneId zone, boolean bots, InputStream standardInput, Limits limits) {

    /// The usual ones: no bots, nothing on standard input, [Limits#STANDARD].
    public static Options in(ZoneId zone) {
        return new Options(zone, false, InputStream.nullInputStream(), Limits.STANDARD);
    }

    public Options withBots(boolean taken) {
        return new Options(zone, taken, standardInput, limits);
    }

    public Options withStandardInput(InputStream input) {
        return new Options(zone, bots, input, limits);
    }

    public Options withLimits(Limits changed) {
        return new Options(zone, bots, standardInput, changed);
    }
}
