package gleaner.mastodon;

import gleaner.mastodon.MastodonApi.Account;
import gleaner.mastodon.MastodonApi.Instance;
import gleaner.news.Person;
import gleaner.news.PersonId;
import java.net.IDN;
import java.util.Locale;

/// A full handle: who, and at home where.
///
/// @param server its domain in lower-case ASCII, with its port if it has one
record Handle(String user, String server) {

    private static final int LONGEST = 300;

    /// Of an account as its server tells of it.
    static Handle of(Account account, Instance home) {
        return parse(account.acct(), home.domain());
    }

    /// Of `ada`, `@ada` or `ada@social.example`.
    static Handle parse(String acct, String home) {
        var bare = acct.startsWith("@") ? acct.substring(1) : acct;
        var at = bare.lastIndexOf('@');
        return at < 0
                ? new Handle(bare, domain(home))
                : new Handle(bare.substring(0, at), domain(bare.substring(at + 1)));
    }

    static boolean isFit(String acct) {
        return acct.length() <= LONGEST
                && acct.chars().noneMatch(c -> c <= ' ' || c == '/' || c == 0x7f);
    }

    static String domain(String written) {
        try {
            return IDN.toASCII(written.strip(), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return written.strip().toLowerCase(Locale.ROOT);
        }
    }

    PersonId person() {
        return PersonId.of("mastodon", toString());
    }

    Person named(Account account) {
        return new Person(person(), account.name().isBlank() ? account.acct() : account.name());
    }

    @Override
    public String toString() {
        return "@" + user + "@" + server;
    }
}
