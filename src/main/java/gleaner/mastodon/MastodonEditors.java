package gleaner.mastodon;

import gleaner.news.MessageId;
import java.util.Optional;

/// Editors as addresses: what goes to them directly though none of them has asked for it.
public final class MastodonEditors {

    private static final int LONGEST = 200;

    private MastodonEditors() {}

    /// Where what is sent to an editor goes; empty for an address that no server has.
    ///
    /// @param id of what is sent, without a slash or an `@`; the same is posted once
    /// @param handle `ada@social.example`
    public static Optional<MessageId> address(String id, String handle) {
        var bare = handle.startsWith("@") ? handle : "@" + handle;
        return Handle.isFit(bare) && id.length() + bare.length() <= LONGEST
                ? Optional.of(new MessageId(Ids.EDITORS.id(), id + bare))
                : Optional.empty();
    }

    /// The handle in an address's id.
    static String handle(String id) {
        return id.substring(Math.max(0, id.indexOf('@')));
    }
}
