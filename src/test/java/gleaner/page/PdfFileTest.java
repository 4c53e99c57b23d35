package gleaner.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If these fail, a link to a PDF of a few hundred bytes ends the process.
class PdfFileTest {

    /// Each says how 100 bytes are packed; unpacking them so would take gigabytes.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /Filter /CCITTFaxDecode /DecodeParms <</Columns 65000 /Rows 200000>>
                    /Filter [/CCITTFaxDecode] /DecodeParms [<</Columns 65000 /Rows 200000>>]
                    /Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns 2000000000 /Colors 32 /BitsPerComponent 16>>
                    /Filter [/FlateDecode /FlateDecode]
                    /Filter /RunLengthDecode
                    /Filter /LZWDecode
                    /Filter 4 0 R
                    /F /FlateDecode
                    """)
    void onlyWhatIsPackedInTheUsualWayIsUnpacked(String packing) throws IOException {
        var stream = parsed(packing, "9 0 <</Title (Bells)>>".getBytes(StandardCharsets.US_ASCII));
        assertThat(stream.getItem(COSName.FILTER)).isEqualTo(COSName.getPDFName("Refused"));
        assertThat(stream.getItem(COSName.F)).isNull();
        assertThat(stream.getItem(COSName.DECODE_PARMS)).isNull();
    }

    @Test
    void whatUnpacksToLittleIsLeftAsItIs() throws IOException {
        assertThat(
                        parsed("/Filter /FlateDecode", packed(new byte[1 << 20]))
                                .getItem(COSName.FILTER))
                .isEqualTo(COSName.FLATE_DECODE);
    }

    /// PDFBox does not mind what stands in the first two bytes.
    @ParameterizedTest
    @CsvSource({"120, -100", "0, 0"})
    void whatUnpacksToMuchIsNotUnpacked(byte first, byte second) throws IOException {
        var bomb = packed(new byte[64 << 20]);
        bomb[0] = first;
        bomb[1] = second;
        assertThat(parsed("/Filter /FlateDecode", bomb).getItem(COSName.FILTER))
                .isEqualTo(COSName.getPDFName("Refused"));
    }

    @ParameterizedTest
    @CsvSource({
        "/Encrypt 5 0 R, Refused",
        "/Encr#79pt 5 0 R, Refused",
        "/Encryption 5, Refused",
        "/It 5, FlateDecode"
    })
    void whatIsUnlockedFirstIsNotUnpacked(String entry, String filter) throws IOException {
        var stream = parsed("/Filter /FlateDecode " + entry, packed(new byte[100]));
        assertThat(stream.getItem(COSName.FILTER)).isEqualTo(COSName.getPDFName(filter));
    }

    @Test
    void aBombGoesByItsName() throws IOException {
        var page =
                PageReader.builtIn()
                        .read(
                                pdf("/Filter /FlateDecode", packed(new byte[64 << 20])),
                                Optional.of("application/pdf"),
                                "https://a.example/bomb.pdf");
        assertThat(page.title()).contains("bomb.pdf");
    }

    /// PDFBox packs the information about a document, as most programs do.
    @Test
    void thePackedInformationOfAUsualFileIsRead() throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setTitle("Bells");
            document.save(out);
            assertThat(out.toString(StandardCharsets.ISO_8859_1))
                    .contains("/ObjStm")
                    .doesNotContain("Bells");
            try (var read = new PdfFile(out.toByteArray()).parse()) {
                assertThat(read.getDocumentInformation().getTitle()).isEqualTo("Bells");
            }
        }
    }

    private static COSStream parsed(String packing, byte[] data) throws IOException {
        try (var document = new PdfFile(pdf(packing, data)).parse()) {
            return (COSStream)
                    document.getDocumentCatalog().getCOSObject().getDictionaryObject("It");
        }
    }

    private static byte[] pdf(String packing, byte[] data) throws IOException {
        var out = new ByteArrayOutputStream();
        out.writeBytes(
                """
                %%PDF-1.5
                1 0 obj
                <</Type /Catalog /Pages 2 0 R /It 3 0 R>>
                endobj
                2 0 obj
                <</Type /Pages /Kids [] /Count 0>>
                endobj
                4 0 obj
                /FlateDecode
                endobj
                3 0 obj
                <</Type /ObjStm /N 1 /First 4 %s /Length %d>>
                stream
                """
                        .formatted(packing, data.length)
                        .getBytes(StandardCharsets.US_ASCII));
        out.write(data);
        out.writeBytes(
                """

                endstream
                endobj
                trailer
                <</Root 1 0 R /Size 10>>
                startxref
                0
                %%EOF
                """
                        .getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packing = new DeflaterOutputStream(out)) {
            packing.write(bytes);
        }
        return out.toByteArray();
    }
}
