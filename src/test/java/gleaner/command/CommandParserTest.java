package gleaner.command;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.command.Understanding.Understood;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// If these fail, what people say does something else than they meant, or nothing.
class CommandParserTest {

    private final CommandParser parser = Fixtures.parser();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    pick k3f9                            | Pick k3f9
                    PICK K3F9                            | Pick k3f9
                    take `k3f9`                          | Pick k3f9
                    /glean pick k3f9                     | Pick k3f9
                    @gleaner pick k3f9                   | Pick k3f9
                    @gleaner@social.example, pick k3f9!  | Pick k3f9
                    <@U024BE7LH> pick k3f9               | Pick k3f9
                    gleaner: please pick k3f9            | Pick k3f9
                    pick                                 | Pick (answered)
                    pick this                            | Pick (answered)
                    pick k3f9 x2b4                       | Pick k3f9 x2b4
                    pick k3f9, x2b4 and c7dd2            | Pick k3f9 x2b4 c7dd2
                    pick k3f9,x2b4                       | Pick k3f9 x2b4
                    pick the links k3f9 & x2b4           | Pick k3f9 x2b4
                    pick https://example.com/a           | Pick https://example.com/a
                    pick <https://example.com/a>         | Pick https://example.com/a
                    pick [a page](https://example.com/a) | Pick https://example.com/a
                    pick k3f9 in releases                | Pick k3f9 in releases
                    pick k3f9 in "News in brief"         | Pick k3f9 in news-in-brief
                    pick k3f9 into news in brief         | Pick k3f9 in news-in-brief
                    pick k3f9 in “News in brief”         | Pick k3f9 in news-in-brief
                    pick k3f9 in news\\-in\\-brief       | Pick k3f9 in news-in-brief
                    pick in releases                     | Pick (answered) in releases
                    skip k3f9                            | Skip k3f9
                    drop k3f9                            | Skip k3f9
                    hold k3f9                            | Hold k3f9
                    lead k3f9                            | Lead k3f9
                    restore k3f9                         | Restore k3f9
                    withdraw k3f9 x2b4                   | Withdraw k3f9 x2b4
                    tag k3f9 #security #K8s              | Tag k3f9: security k8s
                    tag k3f9, x2b4 with #security        | Tag k3f9 x2b4: security
                    tag k3f9 security, k8s               | Tag k3f9: security k8s
                    tag #security                        | Tag (answered): security
                    untag k3f9 #security                 | Untag k3f9: security
                    note k3f9 ask *Ada* first            | Note k3f9: ask *Ada* first
                    note k3f9 -                          | Note k3f9: (none)
                    blurb k3f9 Ada's "own"  words, 2 < 3 | Blurb k3f9: Ada's "own"  words, 2 < 3
                    blurb k3f9 clear                     | Blurb k3f9: (none)
                    blurb this It is good                | Blurb (answered): It is good
                    link k3f9 "how not to"               | Link k3f9: how not to
                    link k3f9 how not to                 | Link k3f9: how not to
                    link k3f9 “how not to”               | Link k3f9: how not to
                    byline k3f9 Ada Lovelace/Engine      | Byline k3f9: Ada Lovelace/Engine
                    byline k3f9 "/Engine"                | Byline k3f9: /Engine
                    byline k3f9 -                        | Byline k3f9:
                    byline k3f9 clear                    | Byline k3f9: (none)
                    section k3f9 x2b4 News in brief      | Section k3f9 x2b4: news-in-brief
                    section k3f9 to "Security"           | Section k3f9: security
                    section k3f9 clear                   | Section k3f9: (none)
                    move k3f9 to News in brief           | Section k3f9: news-in-brief
                    move k3f9 before x2b4                | Move k3f9: before x2b4
                    move k3f9, c7dd after x2b4           | Move k3f9 c7dd: after x2b4
                    move k3f9 to top                     | Move k3f9: top
                    move k3f9 to the bottom              | Move k3f9: bottom
                    move k3f9 to 3                       | Move k3f9: 3
                    move k3f9 top                        | Move k3f9: top
                    undo                                 | Undo
                    title Much *ado*  about nodes        | Title Much *ado*  about nodes
                    title "A pun"                        | Title A pun
                    title -                              | Title (none)
                    intro It was a  long week            | Intro It was a  long week
                    intro + And more                     | Intro + And more
                    intro clear                          | Intro (none)
                    closing + -                          | Closing + -
                    heading releases "New and shiny"     | Heading releases: New and shiny
                    heading News in brief clear          | Heading news-in-brief: (none)
                    heading the section security Locks   | Heading security: Locks
                    new section "Post-invent" with k3f9 p2xw | NewSection post-invent <Post-invent> k3f9 p2xw
                    new section After the party with k3f9 | NewSection after-the-party <After the party> k3f9
                    new section "Alone with us"          | NewSection alone-with-us <Alone with us>
                    weave A [b](k3f9) c                  | Weave <A [b](k3f9) c>
                    weave again "A [b](k3f9)"            | Weave again <A [b](k3f9)>
                    weave in releases A [b](k3f9)        | Weave in releases <A [b](k3f9)>
                    weave In releases, [b](k3f9) is      | Weave <In releases, [b](k3f9) is>
                    interview                            | Show[]
                    interview threads                    | Threads[]
                    interview take slack:C1/17.5         | Take[thread=slack:C1/17.5]
                    interview Ada: Why?                  | Paste[text=Ada: Why?, isMore=false]
                    interview + "Ada: Why?"              | Paste[text=Ada: Why?, isMore=true]
                    interview title A chat               | Title[words=Optional[A chat]]
                    interview intro clear                | Intro[words=Optional.empty, isMore=false]
                    interview cut 3                      | Cut[turns=[3]]
                    interview keep 2 4, 5-6              | Keep[turns=[2, 4, 5, 6]]
                    interview move 3 before 1            | Move[turns=[3], isBefore=true, target=1]
                    interview move 1-2 after 4           | Move[turns=[1, 2], isBefore=false, target=4]
                    interview turn 2 "Hats."             | Turn[turn=2, words=Hats.]
                    interview rename ada to Ada Lovelace | Rename[from=ada, to=Ada Lovelace]
                    interview swap                       | Swap[turns=[]]
                    interview remove                     | Remove[]
                    picture k3f9 page                    | Picture k3f9 PAGE  <(none)> <(none)>
                    picture k3f9 none                    | Picture k3f9 NOWHERE  <(none)> <(none)>
                    picture k3f9 https://a.example/p.png "A cat" "Ada" | Picture k3f9 URL https://a.example/p.png <A cat> <Ada>
                    picture k3f9 https://a.example/p.png A cat | Picture k3f9 URL https://a.example/p.png <A cat> <(none)>
                    picture k3f9 page A cat (Ada)        | Picture k3f9 PAGE  <A cat> <Ada>
                    picture k3f9 "A cat"                 | Picture k3f9 SAME  <A cat> <(none)>
                    publish                              | Publish (none) all
                    publish issue 41, picked             | Publish 41 picked
                    publish to Ghost                     | Publish (none) all to ghost
                    publish 41 to listmonk dry run       | Publish 41 all to listmonk rehearsed
                    publish --to file --dry-run          | Publish (none) all to file rehearsed
                    publish —to git                      | Publish (none) all to git
                    publish 41 to buttondown confirm     | Publish 41 all to buttondown confirmed
                    feed                                 | Feed rss
                    feed of #Security as atom            | Feed atom #Security
                    unpublish 41                         | Unpublish 41
                    unpublish                            | Unpublish (none)
                    reopen the latest                    | Unpublish (none)
                    reopen issue #41 confirm             | Unpublish 41 confirmed
                    issues                               | Issues 20
                    issues 50                            | Issues 50
                    issue 41                             | Issue 41 markdown
                    issue #41 as html                    | Issue 41 html
                    check                                | Check
                    oops                                 | Undo
                    more                                 | More
                    show k3f9                            | Show k3f9
                    refresh k3f9, x2b4                   | Refresh k3f9 x2b4
                    reread this                          | Refresh (answered)
                    show links                           | List 1 <list links>
                    show me picked links by ada          | List 1 by=ada [picked] <list me picked links by ada>
                    show stats                           | Stats (none)
                    list                                 | List 1 <list>
                    ls                                   | List 1 <list>
                    list #security #k8s                  | List 1 #security #k8s <list #security #k8s>
                    list links tagged #security by ada since Monday | List 1 #security by=ada 16–22 November 2026 <list links tagged #security by ada since Monday>
                    list by me                           | List 1 by=me <list by me>
                    list my links                        | List 1 by=me <list my links>
                    list by Ada Lovelace in general      | List 1 by=Ada Lovelace in=general <list by Ada Lovelace in general>
                    list by "Ada Lovelace" new           | List 1 by=Ada Lovelace [new] <list by "Ada Lovelace" new>
                    list in #general                     | List 1 in=#general <list in #general>
                    list in News in brief                | List 1 in=News in brief <list in News in brief>
                    list in the channel general          | List 1 in=general <list in the channel general>
                    list from ada                        | List 1 by=ada <list from ada>
                    list in November                     | List 1 November 2026 <list in November>
                    list in releases in November         | List 1 in=releases November 2026 <list in releases in November>
                    list picked and held                 | List 1 [held, picked] <list picked and held>
                    list picked page 2                   | List 2 [picked] <list picked>
                    list page 3 picked                   | List 3 [picked] <list picked>
                    list picked more                     | List 2 [picked] <list picked>
                    list about service mesh #k8s         | List 1 #k8s about=service,mesh <list about service mesh #k8s>
                    list "service mesh"                  | List 1 about=service mesh <list "service mesh">
                    find suggestions                     | List 1 about=suggestions <list suggestions>
                    find mesh                            | List 1 about=mesh <list mesh>
                    list 2 Nov - 8 Nov                   | List 1 2–8 November 2026 <list 2 Nov - 8 Nov>
                    list from 2 Nov to 8 Nov by ada      | List 1 by=ada 2–8 November 2026 <list from 2 Nov to 8 Nov by ada>
                    tags                                 | Tags []
                    tags sec K8                          | Tags [sec, k8]
                    tags rename #kubernetes #k8s         | RenameTag kubernetes k8s
                    rename #kubernetes to #k8s           | RenameTag kubernetes k8s
                    tags merge #a, #b into #c            | MergeTags a b into c
                    merge #a into #b                     | MergeTags a into b
                    merge k3f9 x2b4                      | Merge k3f9 x2b4
                    merge k3f9 into x2b4                 | Merge k3f9 x2b4
                    merge k3f9 with x2b4                 | Merge k3f9 x2b4
                    unite k3f9 and x2b4                  | Merge k3f9 x2b4
                    split k3f9                           | Split k3f9
                    digest                               | Digest (none) markdown all
                    draft last week as html              | Digest 9–15 November 2026 html all
                    digest picked json                   | Digest (none) json picked
                    digest of 2026-W47 as md             | Digest 16–22 November 2026 markdown all
                    stats                                | Stats (none)
                    suggestions                          | Suggestions
                    list suggestions                     | Suggestions
                    stats this month                     | Stats November 2026
                    history                              | History 10
                    history 25                           | History 25
                    history last 25                      | History 25
                    history k3f9                         | History 50 1
                    history k3f9, x2b4                   | History 50 2
                    history https://example.com/post     | History 50 1
                    history this                         | History 50 1
                    history a12                          | History 1 act 12
                    history issue 41                     | History 100 issue 41
                    history of issue 41                  | History 100 issue 41
                    history 2345                         | History 50 1
                    undo a12                             | Undo 12
                    undo 12                              | Undo 12
                    undo `A12`.                          | Undo 12
                    undo that                            | Undo
                    help                                 | Help (none)
                    help me                              | Help (none)
                    ?                                    | Help (none)
                    help digest                          | Help DIGEST
                    help draft                           | Help DIGEST
                    help tags rename                     | Help TAGS_RENAME
                    add https://example.com/a            | Add <https://example.com/a> (none)
                    add https://example.com/a Nice *one* #k8s | Add <https://example.com/a Nice *one* #k8s> (none)
                    add <https://example.com/a> in News in brief | Add <<https://example.com/a>> news-in-brief
                    add [a page](https://example.com/a) is in "releases" | Add <[a page](https://example.com/a) is> releases
                    add https://example.com/a is in fashion | Add <https://example.com/a is in fashion> (none)
                    add look at https://example.com/a    | Add <look at https://example.com/a> (none)
                    https://example.com/a #k8s           | Add <https://example.com/a #k8s> (none)
                    """)
    void understands(String words, String meaning) {
        assertThat(parser.parse(words))
                .isInstanceOfSatisfying(
                        Understood.class,
                        found ->
                                assertThat(Meaning.of(found.command())).isEqualTo(meaning.strip()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "@gleaner", "/glean", "gleaner"})
    void nothingSaidAsksForHelp(String words) {
        assertThat(parser.parse(words))
                .isInstanceOfSatisfying(
                        Understood.class,
                        found -> assertThat(Meaning.of(found.command())).isEqualTo("Help (none)"));
    }
}
