package gleaner.capture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;

/// One reading of one message, block by block.
final class MessageTextReader {

    private final String source;
    private final Map<String, FoundLink> links = new LinkedHashMap<>();
    private final Sentences bounds = new Sentences();
    private final Hashtags hashtags = new Hashtags();
    private final List<LinkReferenceDefinition> definitions = new ArrayList<>();
    private @Nullable MessageTextSentences above;
    private @Nullable Node aboveIn;

    MessageTextReader(String source) {
        this.source = source;
    }

    void read() {
        readBlocks(MessageTextMarkdown.parse(source), false);
        for (LinkReferenceDefinition definition : definitions) {
            addDefinition(definition);
        }
    }

    List<FoundLink> links() {
        return List.copyOf(links.values());
    }

    List<String> hashtags() {
        return hashtags.inOrder();
    }

    private void readBlocks(Node parent, boolean quoted) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Paragraph _, Heading _ -> readWords(node, quoted);
                case BlockQuote quote -> readBlocks(quote, true);
                case LinkReferenceDefinition definition -> definitions.add(definition);
                case FencedCodeBlock _, IndentedCodeBlock _ -> above = null;
                default -> readBlocks(node, quoted);
            }
        }
    }

    private void readWords(Node node, boolean quoted) {
        var block = new MessageTextBlock(source, node);
        hashtags.addAll(block.plain());
        var sentences = new MessageTextSentences(block, bounds);
        if (block.hasLinks()) {
            sentences.findLinks(quoted, () -> wordsAbove(node.getParent()), this::add);
        }
        if (sentences.hasWords()) {
            above = sentences;
            aboveIn = node.getParent();
        }
    }

    /// The sentence above in the same list item, quote or message, or anywhere when it ends with a
    /// colon.
    private String wordsAbove(@Nullable Node parent) {
        MessageTextSentences near = above;
        return near != null && (Objects.equals(parent, aboveIn) || near.endsWithColon())
                ? near.lastSentence()
                : "";
    }

    private void add(FoundLink link) {
        links.merge(link.url(), link, FoundLink::and);
    }

    private void addDefinition(LinkReferenceDefinition definition) {
        String url = MessageTextUrl.target(definition.getDestination());
        if (!url.isEmpty() && !links.containsKey(url)) {
            String words = definition.getLabel().replaceAll("\\s+", " ").strip();
            String sentence = "[" + words + "](" + MessageTextBlock.target(url) + ")";
            add(
                    new FoundLink(
                            url,
                            words,
                            sentence.length() > MessageText.MAX_SENTENCE ? "" : sentence,
                            false));
        }
    }
}
