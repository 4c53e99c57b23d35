package gleaner.page;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/// Which IP addresses a request may go to: those of the public internet and no others.
///
/// The blocks are those of IANA's special-purpose registries (RFC 6890 and its updates) that are
/// not reachable by everybody, and the clouds' metadata servers that lie outside of them. Of IPv6
/// only what IANA has given out (2000::/3) is allowed, and NAT64 (RFC 6052) where the IPv4 address
/// within is; a network without IPv4 reaches the rest by it.
final class GuardAddresses {

    private static final List<GuardRange> FORBIDDEN =
            ranges(
                    "0.0.0.0/8", // this network
                    "10.0.0.0/8", // private
                    "100.64.0.0/10", // carriers' (RFC 6598); a cloud's metadata at 100.100.100.200
                    "127.0.0.0/8", // loopback
                    "168.63.129.16/32", // a cloud's metadata
                    "169.254.0.0/16", // link-local; metadata at 169.254.169.254
                    "172.16.0.0/12", // private
                    "192.0.0.0/24", // protocol assignments; a cloud's metadata at 192.0.0.192
                    "192.0.2.0/24", // documentation
                    "192.52.193.0/24", // multicast tunnels
                    "192.88.99.0/24", // 6to4 relays
                    "192.168.0.0/16", // private
                    "198.18.0.0/15", // benchmarks
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4", // reserved, broadcast
                    "2001::/23", // protocol assignments, Teredo among them
                    "2001:db8::/32", // documentation
                    "2002::/16", // 6to4
                    "3fff::/20"); // documentation

    private static final GuardRange GIVEN_OUT = GuardRange.of("2000::/3");
    private static final GuardRange NAT64 = GuardRange.of("64:ff9b::/96");
    private static final List<GuardRange> LOOPBACK = ranges("127.0.0.0/8", "::1/128");

    private GuardAddresses() {}

    private static List<GuardRange> ranges(String... cidrs) {
        return Arrays.stream(cidrs).map(GuardRange::of).toList();
    }

    static boolean isPublic(InetAddress address) {
        return isPublic(address.getAddress());
    }

    private static boolean isPublic(byte[] address) {
        if (NAT64.holds(address)) {
            return isPublic(Arrays.copyOfRange(address, 12, 16));
        }
        return (address.length == 4 || (GIVEN_OUT.holds(address) && !isIsatap(address)))
                && FORBIDDEN.stream().noneMatch(range -> range.holds(address));
    }

    /// Whether an IPv4 address of one's own network is hidden in it (RFC 5214).
    private static boolean isIsatap(byte[] address) {
        return (address[8] & 0xfc) == 0
                && address[9] == 0
                && address[10] == 0x5e
                && (address[11] & 0xff) == 0xfe;
    }

    static boolean isLoopback(InetAddress address) {
        return LOOPBACK.stream().anyMatch(range -> range.holds(address.getAddress()));
    }
}
