package gleaner.digest.drafting;

import gleaner.digest.prose.ProseReader;
import gleaner.news.Share;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/// Words of a share that not everybody could read, in what an editor wrote: so many in a row are no
/// accident.
final class PrivateWords {

    private static final int IN_A_ROW = 6;

    private PrivateWords() {}

    static boolean isRepeated(Story story) {
        return story.blurb instanceof Blurb.Edited edited
                && story.links()
                        .flatMap(link -> link.liveShares().stream())
                        .filter(share -> !share.isPublic())
                        .anyMatch(share -> isRepeated(edited.told(), share));
    }

    private static boolean isRepeated(String told, Share share) {
        var rows = new HashSet<>(rows(told));
        return rows(Target.wordsBesidesUrls(ProseReader.read(share.sentence()))).stream()
                .anyMatch(rows::contains);
    }

    private static List<List<String>> rows(String folded) {
        var words = Arrays.asList(folded.split(" "));
        return java.util.stream.IntStream.rangeClosed(0, words.size() - IN_A_ROW)
                .mapToObj(i -> words.subList(i, i + IN_A_ROW))
                .toList();
    }
}
