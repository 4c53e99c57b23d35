package gleaner.capture;

import java.util.List;
import java.util.Random;

/// Texts that look somewhat like URLs, for tests that nothing may break on.
final class HostileText {

    private static final List<String> PIECES =
            List.of(
                    "http",
                    "https",
                    ":",
                    "/",
                    "//",
                    "?",
                    "#",
                    "&",
                    "=",
                    "@",
                    "[",
                    "]",
                    "%",
                    "%2",
                    "%2F",
                    "%00",
                    "%C3%BC",
                    "..",
                    ".",
                    "www.",
                    "m.",
                    "amp.",
                    "/amp",
                    ".amp.html",
                    "amp",
                    "index.html",
                    ";",
                    "|",
                    "\\",
                    "utm_source=x",
                    "ref=",
                    "q=",
                    "url=",
                    "u=",
                    "https%3A%2F%2F",
                    "google.com/url",
                    "youtube.com/watch",
                    "v=aBcDeFgHiJk",
                    "github.com",
                    "x.com",
                    "status/1",
                    "amazon.com/dp/",
                    "B000000000",
                    "web.archive.org/web/2020/",
                    "en.m.wikipedia.org/wiki/",
                    "ü",
                    "中",
                    "\uD800",
                    "\uDC00",
                    "\u0000",
                    "\n",
                    " ",
                    "\u202E",
                    "!",
                    "#!/",
                    "a",
                    "Z",
                    "7",
                    "-",
                    "_",
                    "+",
                    "&amp;",
                    "cdn.ampproject.org/c/s/",
                    "medium.com/p/",
                    "reddit.com/r/a/comments/",
                    "t/a-b/12/3",
                    ".html",
                    "docs.google.com/document/d/",
                    "u/0/",
                    "a-b-c-d",
                    "2024/05/01/",
                    "example.com",
                    "example.org");

    private HostileText() {}

    static String url(Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "" : "https://");
        if (random.nextInt(3) > 0) {
            text.append(random.nextBoolean() ? "example.com/" : "www.example.org");
        }
        int pieces = random.nextInt(12);
        for (int i = 0; i < pieces; i++) {
            text.append(
                    random.nextInt(12) == 0
                            ? String.valueOf((char) random.nextInt(0x10000))
                            : PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
