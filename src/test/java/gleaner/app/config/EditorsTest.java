package gleaner.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.PersonId;
import gleaner.news.Role;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who wrongly becomes an editor here can rewrite a newsletter.
class EditorsTest {

    private static final Editors EDITORS =
            new Editors(
                    Map.of(
                            "terminal",
                            Set.of("*"),
                            "slack",
                            Set.of("U1"),
                            "mastodon",
                            Set.of("@Ada@Social.example"),
                            "import",
                            Set.of()));

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    terminal:anybody,               EDITOR
                    slack:U1,                       EDITOR
                    slack:u1,                       EDITOR
                    slack:U11,                      CONTRIBUTOR
                    slack:*,                        CONTRIBUTOR
                    mastodon:@ada@social.example,   EDITOR
                    mastodon:ada@social.example,    EDITOR
                    mastodon:@ada@other.example,    CONTRIBUTOR
                    mastodon:@@ada@social.example,  CONTRIBUTOR
                    mastodon:U1,                    CONTRIBUTOR
                    import:ada,                     CONTRIBUTOR
                    unheard-of:ada,                 CONTRIBUTOR
                    """)
    void onlyWhoIsNamedIsAnEditor(String person, Role role) {
        assertThat(EDITORS.roleOf(new PersonId(person))).isEqualTo(role);
    }

    @ParameterizedTest
    @CsvSource({"K1, \u212A1", "I1, \u01311", "S1, \u017F1"})
    void aNameThatOnlyLooksAlikeIsNobody(String editor, String other) {
        var editors = new Editors(Map.of("slack", Set.of(editor)));

        assertThat(editors.roleOf(PersonId.of("slack", other))).isEqualTo(Role.CONTRIBUTOR);
    }

    @ParameterizedTest
    @CsvSource({"slack", "mastodon", "unheard-of"})
    void everybodyIsNeverAnEditorWhereStrangersWrite(String kind) {
        var editors = new Editors(Map.of(kind, Set.of("*")));

        assertThat(editors.roleOf(PersonId.of(kind, "mallory"))).isEqualTo(Role.CONTRIBUTOR);
        assertThat(editors.roleOf(PersonId.of(kind, "*"))).isEqualTo(Role.CONTRIBUTOR);
    }
}
