package gleaner.page;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/// IPv4 addresses in all the ways that somebody's resolver understands: four numbers or fewer,
/// decimal, octal or hex.
///
/// The rules are those of the WHATWG's URL standard, section 3.5 ("IPv4 parser").
final class GuardNumbers {

    private GuardNumbers() {}

    /// Whether a name can only be an address: its last part is a number.
    static boolean isNumeric(String host) {
        var last = host.substring(host.lastIndexOf('.') + 1);
        return !last.isEmpty()
                && (last.chars().allMatch(GuardNumbers::isDigit) || number(last).isPresent());
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /// The address; empty where the numbers make none.
    static Optional<InetAddress> parse(String host) {
        var parts = host.split("\\.", -1);
        if (parts.length > 4) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            var last = i == parts.length - 1;
            long most = last ? 1L << (8 * (4 - i)) : 256;
            var number = number(parts[i]);
            if (number.isEmpty() || number.get() >= most) {
                return Optional.empty();
            }
            address += last ? number.get() : number.get() << (8 * (3 - i));
        }
        try {
            return Optional.of(
                    InetAddress.getByAddress(
                            new byte[] {
                                (byte) (address >> 24),
                                (byte) (address >> 16),
                                (byte) (address >> 8),
                                (byte) address
                            }));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address.", e);
        }
    }

    private static Optional<Long> number(String part) {
        var hex = part.startsWith("0x") || part.startsWith("0X");
        var octal = !hex && part.length() > 1 && part.startsWith("0");
        var digits = hex ? part.substring(2) : part;
        if (hex && digits.isEmpty()) {
            return Optional.of(0L);
        }
        var radix = hex ? 16 : octal ? 8 : 10;
        if (part.isEmpty()
                || digits.length() > 40
                || !digits.chars().allMatch(c -> c < 0x80 && Character.digit(c, radix) >= 0)) {
            return Optional.empty();
        }
        var number = new java.math.BigInteger(digits, radix);
        return Optional.of(number.bitLength() > 32 ? 1L << 40 : number.longValue());
    }
}
