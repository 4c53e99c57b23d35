package gleaner.publishing;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes XML, one element a line, each deeper by two spaces.
final class Xml {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter out;
    private int depth;

    private Xml() throws XMLStreamException {
        out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        text.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    }

    /// What is written.
    interface Content {
        void to(Xml xml) throws XMLStreamException;
    }

    static String of(Content content) {
        try {
            var xml = new Xml();
            content.to(xml);
            xml.out.flush();
            return xml.text.append('\n').toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A text in memory takes everything.", e);
        }
    }

    /// An element with elements in it.
    ///
    /// @param attributes names and values by turns
    void element(String name, Content content, String... attributes) throws XMLStreamException {
        line();
        out.writeStartElement(name);
        attributes(attributes);
        depth++;
        content.to(this);
        depth--;
        line();
        out.writeEndElement();
    }

    /// An element with a text.
    void text(String name, String words, String... attributes) throws XMLStreamException {
        line();
        out.writeStartElement(name);
        attributes(attributes);
        out.writeCharacters(clean(words));
        out.writeEndElement();
    }

    /// An element with attributes only.
    void empty(String name, String... attributes) throws XMLStreamException {
        line();
        out.writeEmptyElement(name);
        attributes(attributes);
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            out.writeAttribute(attributes[i], clean(attributes[i + 1]));
        }
    }

    private void line() throws XMLStreamException {
        out.writeCharacters("\n" + "  ".repeat(depth));
    }

    /// Without what no XML may hold (XML 1.0, 2.2), not even as a reference.
    static String clean(String words) {
        var clean = new StringBuilder(words.length());
        words.codePoints()
                .filter(c ->
                        c == '\t'
                                || c == '\n'
                                || (c >= 0x20 && c < 0xd800)
                                || (c >= 0xe000 && c <= 0xfffd)
                                || c >= 0x10000)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /// A text as HTML.
    static String escaped(String words) {
        return clean(words)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
