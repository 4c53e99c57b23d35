package gleaner.page;

import java.io.IOException;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;

/// A PDF of which only those parts are unpacked that stay small ([PdfParts]).
final class PdfFile extends PDFParser {

    PdfFile(byte[] body) throws IOException {
        super(
                new RandomAccessReadBuffer(body),
                "",
                null,
                null,
                IOUtils.createMemoryOnlyStreamCache());
        document.close();
        document = new PdfParts(this, isLocked(body));
    }

    /// Whether it says that it is, its letters written as such or as numbers (ISO 32000-1, 7.3.5).
    private static boolean isLocked(byte[] body) {
        var word = "/Encrypt";
        int found = 0;
        for (int i = 0; i < body.length; i++) {
            int letter = body[i];
            if (letter == '#' && i + 2 < body.length) {
                int number =
                        Character.digit(body[i + 1], 16) * 16 + Character.digit(body[i + 2], 16);
                if (number > 0) {
                    letter = number;
                    i += 2;
                }
            }
            found = letter == word.charAt(found) ? found + 1 : letter == '/' ? 1 : 0;
            if (found == word.length()) {
                return true;
            }
        }
        return false;
    }
}
