package gleaner.page;

import gleaner.news.Page;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Title and author of a PDF, out of its document information; nothing of it is run or drawn.
final class Pdf {

    private Pdf() {}

    static boolean isPdf(byte[] body, String type) {
        return type.equals("application/pdf")
                || (body.length > 4
                        && body[0] == '%'
                        && body[1] == 'P'
                        && body[2] == 'D'
                        && body[3] == 'F');
    }

    /// What the PDF says; one that is broken, locked or larger than that goes by its file's name.
    static Page read(byte[] body, Web web, int most) {
        var byName = FileNames.page(web);
        if (body.length > most) {
            return byName;
        }
        try (var document = new PdfFile(body).parse()) {
            var information = document.getDocumentInformation();
            var title =
                    Optional.ofNullable(information.getTitle())
                            .map(text -> Plain.of(text, 300))
                            .filter(Pdf::isTitle);
            var authors =
                    Optional.ofNullable(information.getAuthor())
                            .map(Names::field)
                            .filter(found -> !found.organisation())
                            .map(Names.Found::people)
                            .orElse(List.<String>of())
                            .stream()
                            .filter(name -> name.indexOf(' ') > 0 || isHan(name))
                            .toList();
            var sources = new HashMap<>(byName.sources());
            title.ifPresent(words -> sources.put("title", "pdf"));
            if (!authors.isEmpty()) {
                sources.put("authors", "pdf");
            }
            return byName.withTitle(title.or(byName::title))
                    .withAuthors(authors)
                    .withSources(sources);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Written by anybody with anything: what cannot be read says nothing.
            return byName;
        }
    }

    private static boolean isHan(String name) {
        return Character.isIdeographic(name.codePointAt(0));
    }

    /// Not "untitled", "Microsoft Word - report.docx" or a file's name.
    private static boolean isTitle(String title) {
        var lower = title.toLowerCase(Locale.ROOT);
        return title.length() > 3
                && !lower.startsWith("microsoft ")
                && !lower.startsWith("untitled")
                && !lower.matches(
                        ".{1,200}\\.(docx?|pdf|tex|dvi|pptx?|indd|qxd|odt|xlsx?|rtf|ps|pages|key)");
    }
}
