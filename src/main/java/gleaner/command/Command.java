package gleaner.command;

import gleaner.news.Byline;
import gleaner.news.Period;
import gleaner.news.SectionName;
import gleaner.news.Tag;
import java.util.List;
import java.util.Optional;

/// Everything that people can say, understood. Where a value is an `Optional`, none takes back what
/// there was.
public sealed interface Command {

    /// What it is called, who may do it, and how it is explained.
    default Verb verb() {
        return Verb.of(this);
    }

    /// The links that it is about, as they were named; none where it is about none.
    default List<LinkRef> links() {
        return List.of();
    }

    /// Keeps the links of some words.
    ///
    /// @param text Markdown, as typed, without the section
    record Add(String text, Optional<SectionName> section) implements Command {}

    record TagLinks(List<LinkRef> links, List<Tag> tags) implements Command {}

    record UntagLinks(List<LinkRef> links, List<Tag> tags) implements Command {}

    /// Writes something down for the editors.
    record Note(List<LinkRef> links, Optional<String> words) implements Command {}

    /// Writes the sentence of the item.
    record Blurb(List<LinkRef> links, Optional<String> words) implements Command {}

    /// Says which words of the sentence carry the link.
    record LinkWords(List<LinkRef> links, Optional<String> words) implements Command {}

    /// Says who wrote and who published the page.
    record Attribute(List<LinkRef> links, Optional<Byline> byline) implements Command {}

    /// Puts links into a section.
    record PutIn(List<LinkRef> links, Optional<SectionName> section) implements Command {}

    record Pick(List<LinkRef> links, Optional<SectionName> section) implements Command {}

    /// What is suggested to editors.
    record ListSuggestions() implements Command {}

    record Skip(List<LinkRef> links) implements Command {}

    record Hold(List<LinkRef> links) implements Command {}

    record Lead(List<LinkRef> links) implements Command {}

    /// Changes the order within a section; several links keep the order in which they are named.
    record Move(List<LinkRef> links, Place place) implements Command {}

    /// Makes links as if nothing had been decided or withdrawn.
    record Restore(List<LinkRef> links) implements Command {}

    /// Makes two links one.
    record MergeLinks(List<LinkRef> links) implements Command {}

    /// Takes a link apart again that was made one with another.
    ///
    /// @param links one, by any of its ids
    record Split(List<LinkRef> links) implements Command {}

    record Withdraw(List<LinkRef> links) implements Command {}

    /// Takes an act back.
    ///
    /// @param act its number in the history; none for the last thing that the person did
    record Undo(Optional<Long> act) implements Command {}

    record Show(List<LinkRef> links) implements Command {}

    /// Has the pages read again.
    record Refresh(List<LinkRef> links) implements Command {}

    /// Lists links.
    ///
    /// @param page from 1
    /// @param typed the command's words without the page, to offer the next one
    record ListLinks(Filter filter, int page, String typed) implements Command {}

    /// The next page of what the person listed last in the same place.
    record More() implements Command {}

    /// Lists tags.
    ///
    /// @param words what a tag must hold, any of them
    record Tags(List<String> words) implements Command {}

    record RenameTag(Tag from, Tag to) implements Command {}

    record MergeTags(List<Tag> from, Tag into) implements Command {}

    record Digest(Optional<Period> period, DraftForm form, boolean pickedOnly) implements Command {}

    /// Writes the open issue's title, one line of Markdown.
    record Title(Optional<String> words) implements Command {}

    /// Writes the open issue's first words.
    ///
    /// @param isMore whether they are a further paragraph
    record Intro(Optional<String> words, boolean isMore) implements Command {}

    /// Writes the open issue's last words.
    ///
    /// @param isMore whether they are a further paragraph
    record Closing(Optional<String> words, boolean isMore) implements Command {}

    /// Says what a section is called in the open issue.
    record Heading(SectionName section, Optional<String> words) implements Command {}

    /// Makes a section of the open issue only.
    record NewSection(SectionName name, String heading, List<LinkRef> links) implements Command {}

    /// Writes a paragraph around several links.
    ///
    /// @param text Markdown; its links' targets are ids or URLs
    /// @param isAgain whether a link may stand in another paragraph too
    record Weave(String text, Optional<SectionName> section, boolean isAgain) implements Command {}

    /// Does something to the open issue's interview.
    record Talk(ChatAct act) implements Command {}

    /// Where a picture comes from: a URL, the link's page, the one that it has, or nowhere.
    enum PictureFrom {
        URL,
        PAGE,
        SAME,
        NOWHERE
    }

    /// Gives an item a picture.
    ///
    /// @param url empty unless the picture comes from one
    /// @param alt what it shows
    /// @param credit whose it is
    record Picture(
            List<LinkRef> links,
            PictureFrom from,
            String url,
            Optional<String> alt,
            Optional<String> credit)
            implements Command {}

    /// Publishes the open issue, and hands it over where that is wanted.
    ///
    /// @param number the one that is meant: the open one, or to be handed over an earlier one
    record Publish(Optional<Integer> number, boolean pickedOnly, Optional<Handover> to)
            implements Command {}

    /// Where a published issue goes.
    ///
    /// @param isRehearsal whether it is only shown what would be sent
    /// @param isConfirmed whether a draft that was changed there by hand may be written over
    record Handover(Destination destination, boolean isRehearsal, boolean isConfirmed) {}

    /// A feed of the published issues, or of what ran in them under a tag.
    record Feed(FeedForm form, Optional<Tag> tag) implements Command {}

    /// Takes the latest published issue back.
    ///
    /// @param number its number, without which it is not done but told what that would do
    record Unpublish(Optional<Integer> number, boolean isConfirmed) implements Command {}

    /// Lists the published issues.
    record ListIssues(int count) implements Command {}

    record ShowIssue(int number, DraftForm form) implements Command {}

    /// Says what the open issue lacks.
    record Check() implements Command {}

    record Stats(Optional<Period> period) implements Command {}

    /// Shows what was done.
    ///
    /// @param act the one act that is asked for
    /// @param links those whose acts are asked for; none for all
    /// @param issue the one whose acts are asked for: all while it was open, and its handing over
    record History(int count, Optional<Long> act, List<LinkRef> links, Optional<Integer> issue)
            implements Command {}

    record Help(Optional<Verb> about) implements Command {}
}
