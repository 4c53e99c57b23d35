package gleaner.template;

import java.util.List;

/// The format of one page while it is made: how plain words become part of it, and how words can be
/// laid out in it.
public interface Language {

    /// Plain words so that nothing in them is taken for more than words.
    Shown escape(String words);

    /// Words laid out by one of the [Filters] that the template was compiled with.
    ///
    /// @param arguments as many as that filter has; an argument that was left out is empty
    Shown laidOut(String filter, Shown words, List<String> arguments);
}
