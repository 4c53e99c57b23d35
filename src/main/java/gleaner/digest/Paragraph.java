package gleaner.digest;

/// An editor's paragraph that is no link's.
public record Paragraph(Prose words) implements Piece {}
