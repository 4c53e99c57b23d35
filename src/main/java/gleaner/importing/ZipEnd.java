package gleaner.importing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The record at the end of a zip that says how large its directory is, which `ZipFile` reads into
/// memory as a whole.
///
/// APPNOTE 4.3.14 to 4.3.16: <https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT>.
final class ZipEnd {

    private static final int RECORD = 0x06054b50;
    private static final int RECORD_64 = 0x06064b50;
    private static final int LENGTH = 22;
    private static final int LOCATOR_LENGTH = 20;
    private static final int LONGEST_COMMENT = 0xffff;

    private ZipEnd() {}

    /// In bytes; 0 where there is no such record.
    static long directorySize(Path zip) throws IOException {
        try (var file = FileChannel.open(zip, StandardOpenOption.READ)) {
            var tail =
                    bytes(
                            file,
                            Math.max(0, file.size() - LENGTH - LONGEST_COMMENT),
                            LENGTH + LONGEST_COMMENT);
            for (var at = tail.limit() - LENGTH; at >= 0; at--) {
                if (tail.getInt(at) == RECORD) {
                    var size = Integer.toUnsignedLong(tail.getInt(at + 12));
                    return size == 0xffffffffL && at >= LOCATOR_LENGTH
                            ? size64(file, tail.getLong(at - LOCATOR_LENGTH + 8))
                            : size;
                }
            }
            return 0;
        }
    }

    private static long size64(FileChannel file, long at) throws IOException {
        var record = at < 0 || at > file.size() ? ByteBuffer.allocate(0) : bytes(file, at, 56);
        return record.limit() == 56 && record.getInt(0) == RECORD_64 ? record.getLong(40) : 0;
    }

    private static ByteBuffer bytes(FileChannel file, long from, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        for (var at = from; bytes.hasRemaining(); ) {
            var n = file.read(bytes, at);
            if (n < 0) {
                break;
            }
            at += n;
        }
        return bytes.flip();
    }
}
