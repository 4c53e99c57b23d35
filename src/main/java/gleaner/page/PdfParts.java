package gleaner.page;

import java.io.EOFException;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.ICOSParser;
import org.apache.pdfbox.io.IOUtils;
import org.jspecify.annotations.Nullable;

/// The parts of a PDF, of which those are never unpacked that could be large.
///
/// PDFBox unpacks what a file tells it to, wholly and in memory: a few hundred bytes can ask for
/// gigabytes. Here only what is packed by FlateDecode alone (ISO 32000-1, 7.4.4) is unpacked, as
/// far as all of it together stays within [#MOST] bytes. That is how a file's own tables are packed
/// and the information about it; pictures, which nobody wants here, stay as they are.
final class PdfParts extends COSDocument {

    /// The tables of a file of 4 MB are well below that.
    private static final long MOST = 8L << 20;

    /// No row of a file's own tables is longer (7.5.8).
    private static final int LONGEST_ROW = 64;

    private static final COSName REFUSED = COSName.getPDFName("Refused");

    /// How a part may say how it is packed in ways that nobody uses: shortly, or for another file.
    private static final Set<COSName> UNUSUAL =
            Set.of(COSName.F, COSName.DP, COSName.F_FILTER, COSName.F_DECODE_PARMS);

    /// All the ways in which a part may say how it is packed.
    private static final Set<COSName> PACKING =
            Stream.concat(UNUSUAL.stream(), Stream.of(COSName.FILTER, COSName.DECODE_PARMS))
                    .collect(Collectors.toUnmodifiableSet());

    private final boolean locked;
    private long unpacked;

    /// @param locked whether parts are unlocked before they are unpacked, so that nothing is known
    ///   of them here but of the tables that lead to them
    PdfParts(ICOSParser parser, boolean locked) {
        super(IOUtils.createMemoryOnlyStreamCache(), parser);
        this.locked = locked;
    }

    @Override
    public COSStream createCOSStream(COSDictionary dictionary, long from, long length)
            throws IOException {
        var part = super.createCOSStream(dictionary, from, length);
        var packed = PACKING.stream().anyMatch(part::containsKey);
        if (packed && !(isPlain(part) && isSmall(part))) {
            PACKING.forEach(part::removeItem);
            // Nobody knows how to unpack that, so PDFBox does not either.
            part.setItem(COSName.FILTER, REFUSED);
        }
        return part;
    }

    /// Whether it is packed in the usual way, and says so itself.
    private boolean isPlain(COSStream part) {
        var filter = only(part.getItem(COSName.FILTER));
        var parameters = only(part.getItem(COSName.DECODE_PARMS));
        return (!locked || COSName.XREF.equals(part.getItem(COSName.TYPE)))
                && COSName.FLATE_DECODE.equals(filter)
                && UNUSUAL.stream().noneMatch(part::containsKey)
                && (parameters == null
                        || (parameters instanceof COSDictionary rows && isNarrow(rows)));
    }

    private static @Nullable COSBase only(@Nullable COSBase value) {
        return value instanceof COSArray array && array.size() == 1 ? array.get(0) : value;
    }

    private static boolean isNarrow(COSDictionary rows) {
        return rows.keySet().stream()
                .map(rows::getItem)
                .allMatch(value ->
                        value instanceof COSNumber number && number.intValue() <= LONGEST_ROW);
    }

    private boolean isSmall(COSStream part) throws IOException {
        // As PDFBox does it: whatever stands in the place of the two bytes of the header.
        var inflater = new Inflater(true);
        var out = new byte[8 << 10];
        try (var raw = part.createRawInputStream()) {
            var in = new byte[8 << 10];
            raw.skipNBytes(2);
            while (!inflater.finished() && unpacked <= MOST) {
                if (inflater.needsInput()) {
                    var read = raw.read(in);
                    if (read < 0) {
                        break;
                    }
                    inflater.setInput(in, 0, read);
                }
                var count = inflater.inflate(out);
                unpacked += count;
                if (count == 0 && inflater.needsDictionary()) {
                    break;
                }
            }
        } catch (EOFException | DataFormatException e) {
            // As far as it goes; PDFBox reads no further either.
            return unpacked <= MOST;
        } finally {
            inflater.end();
        }
        return unpacked <= MOST;
    }
}
