package gleaner.digest;

import static gleaner.digest.Shared.link;

import gleaner.digest.drafting.EditorWords;
import gleaner.news.Link;
import gleaner.news.State;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A week at a newsletter about street lamps, the one that the golden files show.
public final class Week {

    public static final EditorWords WORDS =
            new EditorWords(
                    Optional.of("Light *reading*"),
                    Optional.of(
                            """
                            The evenings draw in, and so does the oil bill.

                            Our own lamp went out twice while this was typed; see [the repair log](https://lamplighter.example/log).
                            """),
                    Optional.of("The lamp round resumes on Monday."));

    private Week() {}

    public static List<Link> links() {
        return Stream.concat(leadAndReleases(), Stream.concat(briefs(), leftOut()))
                .map(Shared::build)
                .toList();
    }

    private static Stream<Shared> leadAndReleases() {
        return Stream.of(
                link("b2c3", "https://ghent.example/outage")
                        .said(1, "Ghent was dark for a night https://ghent.example/outage")
                        .page("Report on the night of 12 November", "City of Ghent", "An Peeters")
                        .state(State.LEAD)
                        .rank(1)
                        .blurb(
                                "Ghent spent a night in the dark, and its [report on why](https://ghent.example/outage) is a"
                                        + " model of candour. The **short version**: one timer, two time zones, and nobody who owned"
                                        + " either. Compare [Bruges](https://bruges.example/never), where it cannot happen."),
                link("b2c4", "https://oil.example/prices")
                        .said(2, "oil again https://oil.example/prices")
                        .page(
                                "Lamp oil prices, third quarter",
                                "Oil Gazette",
                                "Mara Long",
                                "Iben Toft")
                        .state(State.LEAD)
                        .rank(2)
                        .blurb("Meanwhile the price of lamp oil has doubled since June.")
                        .linkWords("price of lamp oil"),
                link("c5d6", "https://code.example/lampctl/2.0")
                        .said(
                                3,
                                "lampctl 2.0 dims whole streets at once: https://code.example/lampctl/2.0",
                                "release")
                        .page("Release 2.0 · lampctl", "", "Jo Wick")
                        .votes(2),
                link("c5d7", "https://wickdb.example/notes/9")
                        .said(
                                4,
                                "[WickDB 9](https://wickdb.example/notes/9) drops its own query language",
                                "release")
                        .page("WickDB 9 release notes", "Wick Foundation"));
    }

    private static Stream<Shared> briefs() {
        var pair =
                "Two takes on timers: [Acme trusts them](https://acme.example/timers) and"
                        + " [Bolt does not](https://bolt.example/no-timers)";
        return Stream.of(
                link("d2d2", "https://acme.example/timers")
                        .together("pair", 5, pair)
                        .page("In praise of timers", "Acme", "Rae Holm"),
                link("d3d3", "https://bolt.example/no-timers")
                        .together("pair", 5, pair)
                        .page("We removed our timers", "Bolt Works"),
                link("f4f4", "https://www.museum.example/lamps?room=(2)")
                        .said(
                                6,
                                "FYI: the #museum opens a room of carbide lamps https://www.museum.example/lamps?room=(2)")
                        .page("Carbide lamps", "Lamp Museum")
                        .votes(5),
                link("f5f5", "https://strike.example/day-3")
                        .said(
                                7,
                                "Lamplighters strike for a third day in Lyon https://strike.example/day-3")
                        .page(
                                "Third day of the lamplighters' strike",
                                "Le Soir de Lyon",
                                "Zoé Martin"),
                link("f6f6", "https://radio.example/strike")
                        .said(8, "https://radio.example/strike")
                        .page("Third day of the lamplighters' strike", "Radio Lyon"),
                link("g2g2", "https://bulbs.example/survey")
                        .said(
                                9,
                                "Bulb makers publish their yearly survey https://bulbs.example/survey")
                        .page(
                                "State of the bulb",
                                "Bulb Council",
                                "Ann Ode",
                                "Cat Hode",
                                "Phil Ament"),
                link("g3g3", "https://docs.example/dimming")
                        .said(10, "https://docs.example/dimming")
                        .page("How to dim a street without waking it | Dim Docs", "Dim Docs"),
                link("g4g4", "https://fresh.example/unread")
                        .said(11, "Does anybody know these people? https://fresh.example/unread"),
                link("h2h2", "https://spam.example/x")
                        .said(
                                12,
                                "<script>alert(1)</script> {{ evil }} [click](javascript:alert(2)) ![pic](https://spam.example/p.png)"
                                        + " lamps \u202egnp.exe https://spam.example/x")
                        .page("</title><b>*lamps*</b> {% raw %}", "<i>Spam</i> & Sons"),
                link("h3h3", "https://deep.example/a_b_c")
                        .said(
                                13,
                                "Holm's team at Deep Light measured _flicker_ with `lampctl --hz=50` and [wrote it up](https://deep.example/a_b_c)")
                        .page("Measuring flicker", "Deep Light", "Rae Holm"),
                link("h4h4", "https://kyoto.example/tourou")
                        .said(
                                14,
                                "京都の石灯籠が夜間にまた点灯されるようになったと市の観光局が発表しました https://kyoto.example/tourou")
                        .page("石灯籠の点灯", "京都新聞", "山田花子"),
                link("j2j2", "https://quiet.example/plan")
                        .whispered(15, "keep this to yourselves: https://quiet.example/plan")
                        .page("The plan for quiet streets", "Quiet Streets")
                        .state(State.PICKED)
                        .editedAt(16),
                link("j3j3", "https://gone.example/note")
                        .said(17, "This was said and then unsaid https://gone.example/note")
                        .deleted(30)
                        .page("A note on glass", "", "Lis Glas")
                        .state(State.PICKED)
                        .blurb("A note on blowing glass for lamps.")
                        .byline("Lis Glas/Glass Notes")
                        .editedAt(20));
    }

    private static Stream<Shared> leftOut() {
        return Stream.of(
                link("z2z2", "https://out.example/1")
                        .said(40, "Something skipped by an editor")
                        .state(State.SKIPPED),
                link("z3z3", "https://out.example/2")
                        .said(41, "Something held for next week")
                        .state(State.HELD),
                link("z4z4", "https://out.example/3")
                        .said(42, "Something that ran last week")
                        .ran(6),
                link("z5z5", "https://out.example/4")
                        .said(43, "Something taken back by its sharer")
                        .withdrawn(),
                link("z6z6", "https://out.example/5").whispered(44, "Something said in private"));
    }
}
