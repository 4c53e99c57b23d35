package gleaner.template;

/// Something that a template may look into: its public methods without parameters are the names
/// that are known there, and nothing else of it, or of anything else, can be reached.
public interface View {}
