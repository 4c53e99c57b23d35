package gleaner.slack;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.command.Reply;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If these fail, Slack shows a file as something that it is not, or an edited draft is not taken
/// back.
class DraftFileTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '^',
            textBlock =
                    """
                    # Issue 7¶¶- one                           => {"number":7,"title":"Issue 7"}        => draft.md      => Issue 7
                    A template's words¶¶## In brief            => {"title":"Issue 7"}                   => draft.md      => Issue 7
                    A template's words¶¶[//]: # (gleaner draft 1-a) => {"title":"Issue 7"}              => draft.md      => Issue 7
                    Only a [link](https://a.example/)          => {"title":"Issue 7"}                   => draft.md      => Issue 7
                    <!doctype html>¶<title>x</title>           => {"title":"Issue <7>"}                 => draft.html    => Issue <7>
                    {"number" : 7}                             => {"number":7,"title":" "}              => draft.json    => The draft
                    Issue 7¶=======¶¶In depth¶--------         => {"title":"Issue 7"}                   => draft.txt     => Issue 7
                    # No draft at all                          => not JSON                              => draft.md      => The draft
                    <?xml version="1.0"?><rss/>                => {"form":"rss","feed":"<?xml"}         => feed.xml      => The feed
                    <?xml version="1.0"?><feed/>               => {"form":"atom","feed":"<?xml","tag":"go"} => atom.xml  => The feed of #go
                    {"version":"https://jsonfeed.org"}         => {"form":"json","feed":"{}"}           => feed.json     => The feed
                    # POST https://ghost.example/              => {"issue":7,"to":"ghost","requests":"POST"} => rehearsal.txt => What would be handed over
                    """)
    void aFileIsNamedForWhatIsInIt(String document, String json, String name, String title) {
        var file = DraftFile.of(new Reply(Reply.Kind.DOCUMENT, document.replace('¶', '\n'), json));
        assertThat(file.name()).isEqualTo(name);
        assertThat(file.title()).isEqualTo(title);
        assertThat(file.isMarkdown()).isEqualTo(name.endsWith(".md"));
    }
}
