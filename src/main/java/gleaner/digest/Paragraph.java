package gleaner.digest;

import gleaner.digest.prose.Prose;

/// An editor's paragraph that is no link's.
public record Paragraph(Prose words) implements Piece {}
