package gleaner.page;

import java.net.InetAddress;
import java.util.Arrays;

/// A block of IP addresses.
///
/// @param bits of the prefix that all of them share
@SuppressWarnings("ArrayRecordComponent") // never handed out
record GuardRange(byte[] prefix, int bits) {

    /// Reads `10.0.0.0/8` or `fc00::/7`.
    static GuardRange of(String cidr) {
        var slash = cidr.indexOf('/');
        try {
            var address = InetAddress.ofLiteral(cidr.substring(0, slash)).getAddress();
            return new GuardRange(address, Integer.parseInt(cidr.substring(slash + 1)));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("Not a block of addresses: " + cidr, e);
        }
    }

    boolean holds(byte[] address) {
        if (address.length != prefix.length) {
            return false;
        }
        var whole = bits / 8;
        if (!Arrays.equals(address, 0, whole, prefix, 0, whole)) {
            return false;
        }
        var rest = bits % 8;
        return rest == 0 || ((address[whole] ^ prefix[whole]) & 0xff) >> (8 - rest) == 0;
    }
}
