package gleaner.publishing;

/// A draft as a publisher has it.
///
/// @param url where an editor opens it
/// @param status as the publisher calls it
/// @param letter in the form in which letters are compared
/// @param version what an update has to name, may be empty
record Stored(String id, String url, String status, Letter letter, String version) {

    boolean isDraft() {
        return status.equals("draft");
    }
}
