package gleaner.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If these fail, a command that works in the chat does something else in a shell, where the quotes
/// are gone.
class ShellWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            textBlock =
                    """
                    picture|k3f9|https://a.example/p.png|a grey cat|Ada Moss => picture k3f9 https://a.example/p.png "a grey cat" "Ada Moss"
                    picture|k3f9|https://a.example/p.png|cat|Ada Moss        => picture k3f9 https://a.example/p.png "cat" "Ada Moss"
                    picture|k3f9|page|a grey cat                             => picture k3f9 page "a grey cat"
                    picture|k3f9|a grey cat|Ada                              => picture k3f9 "a grey cat" "Ada"
                    picture|k3f9|https://a.example/p.png|a "cat" on|Ada      => picture k3f9 https://a.example/p.png “a "cat" on” "Ada"
                    picture|k3f9|https://a.example/p.png|a|grey|cat          => picture k3f9 https://a.example/p.png a grey cat
                    picture|k3f9|none                                        => picture k3f9 none
                    new|section|Tea with friends|with|k3f9                   => new section "Tea with friends" with k3f9
                    list|by|Ada May|last week                                => list by "Ada May" last week
                    list|last week                                           => list last week
                    find|about|service mesh|#k8s                             => find about "service mesh" #k8s
                    interview|rename|Ada Moss|Dr Moss                        => interview rename "Ada Moss" "Dr Moss"
                    interview|Q: Why hats? A: To wear.                       => interview Q: Why hats? A: To wear.
                    intro|+ And more.                                        => intro + And more.
                    blurb|k3f9|He said "go" and went.                        => blurb k3f9 He said "go" and went.
                    heading|News in brief|All the rest                       => heading News in brief All the rest
                    list #security since Monday                              => list #security since Monday
                    """)
    void argumentsAreTypedAsInAChat(String arguments, String typed) {
        assertThat(ShellWords.typed(List.of(arguments.strip().split("\\|", -1)))).isEqualTo(typed);
    }
}
