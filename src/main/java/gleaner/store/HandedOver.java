package gleaner.store;

/// A published issue was handed over as a draft.
///
/// @param to where, as in `ghost`
/// @param outcome `made`, `updated` or `unchanged`
public record HandedOver(int issue, String to, String outcome) {}
