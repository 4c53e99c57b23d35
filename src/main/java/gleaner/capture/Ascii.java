package gleaner.capture;

/// The letters and digits that URLs are made of; other alphabets' do not count.
final class Ascii {

    private Ascii() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean isLetter(char c) {
        return isLower((char) (c | 32)) && c < 0x80;
    }
}
