package gleaner.publishing;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where published issues can be handed over.
///
/// @param buttondown where Buttondown's API is, without `/v1`
/// @param ghost where the Ghost site is
/// @param listmonk where listmonk is
/// @param lists the listmonk lists that a campaign is for
/// @param files the folder of the files
/// @param work the git work tree, or a folder in one
/// @param branch the only branch on which is committed; any where it is empty
/// @param site where `issue-41.html` and the feeds are for readers; ends with a slash
public record PublishingSettings(
        URI buttondown,
        Optional<URI> ghost,
        Optional<URI> listmonk,
        List<Integer> lists,
        Optional<Path> files,
        Optional<Path> work,
        Optional<String> branch,
        Optional<URI> site) {

    public PublishingSettings {
        lists = List.copyOf(lists);
    }

    /// What holds where nothing is set.
    public static PublishingSettings standard() {
        return new PublishingSettings(
                URI.create("https://api.buttondown.com"),
                Optional.empty(),
                Optional.empty(),
                List.of(1),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
