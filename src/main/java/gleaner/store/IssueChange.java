package gleaner.store;

import gleaner.news.IssueField;
import java.util.Optional;

/// What an act writes for the open issue; where that issue is not open any more or the field holds
/// something else, the whole act is refused.
///
/// @param before as it was read
public record IssueChange(
        int issue, IssueField field, Optional<String> before, Optional<String> after) {}
