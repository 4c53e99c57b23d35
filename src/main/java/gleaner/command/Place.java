package gleaner.command;

/// Where in its section a link is to stand.
public sealed interface Place {

    /// Right before another, in the other's section.
    record Before(LinkRef link) implements Place {}

    /// Right after another, in the other's section.
    record After(LinkRef link) implements Place {}

    /// First in its section.
    record Top() implements Place {}

    /// Last in its section.
    record Bottom() implements Place {}

    /// The number that it is to have in its section, from 1; one that is too great is the last.
    record At(int number) implements Place {}
}
