package gleaner.publishing;

import java.util.Optional;

/// The publishers' keys; no text of this holds them.
///
/// @param ghost `ID:SECRET`, both hexadecimal
public record PublishingKeys(
        Optional<String> buttondown,
        Optional<String> ghost,
        Optional<String> listmonkUser,
        Optional<String> listmonkToken) {

    /// No key at all.
    public static PublishingKeys none() {
        return new PublishingKeys(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public String toString() {
        return "PublishingKeys[…]";
    }
}
