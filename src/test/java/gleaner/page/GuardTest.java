package gleaner.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// If these fail, whoever may share a link can make Gleaner ask servers of the network that it runs
/// in.
class GuardTest {

    private final List<String> asked = new ArrayList<>();
    private final Fetcher fetcher =
            new Fetcher(
                    FetchLimits.STANDARD.withTime(Duration.ofSeconds(2)),
                    host -> {
                        asked.add(host);
                        return lookup(host);
                    },
                    FetchTurns.own(),
                    "Gleaner/test",
                    false,
                    Clock.systemUTC());

    /// Names in which the address is written lead to it: `a-10-0-0-1.example`; `mixed` leads both
    /// ways.
    private static List<InetAddress> lookup(String host) throws UnknownHostException {
        if (host.startsWith("mixed")) {
            return List.of(
                    InetAddress.ofLiteral("93.184.215.14"), InetAddress.ofLiteral("10.0.0.1"));
        }
        if (host.startsWith("a-")) {
            var numbers = host.substring(2, host.indexOf(".")).replace('-', '.');
            return List.of(InetAddress.ofLiteral(numbers));
        }
        if (host.startsWith("v6-")) {
            return List.of(
                    InetAddress.ofLiteral(host.substring(3, host.indexOf(".")).replace('-', ':')));
        }
        throw new UnknownHostException(host);
    }

    @AfterEach
    void close() {
        fetcher.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.1/",
                "http://127.255.255.254/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.1/",
                "http://017700000001/",
                "http://0177.0.0.01/",
                "http://00000000177.0.0.1/",
                "http://127.0.0.1./",
                "http://127%2e0%2e0%2e1/",
                "http://①②⑦.⓪.⓪.①/",
                "http://１２７．０．０．１/",
                "http://127。0。0。1/",
                "http://0/",
                "http://0.0.0.0/",
                "http://0x/",
                "http://10.1.2.3/",
                "http://172.16.0.1/",
                "http://172.31.255.255/",
                "http://192.168.1.1/",
                "http://3232235777/",
                "http://169.254.169.254/latest/meta-data/",
                "http://169.254.43518/",
                "http://2852039166/",
                "http://0xa9fea9fe/",
                "http://0251.0376.0251.0376/",
                "http://100.64.0.1/",
                "http://100.100.100.200/",
                "http://168.63.129.16/",
                "http://192.0.0.192/",
                "http://192.0.2.1/",
                "http://198.18.0.1/",
                "http://198.51.100.7/",
                "http://203.0.113.9/",
                "http://224.0.0.1/",
                "http://239.255.255.250/",
                "http://240.0.0.1/",
                "http://255.255.255.255/",
                "http://256.256.256.256/",
                "http://1.2.3.4.5/",
                "http://4294967296/",
                "http://99999999999999999999999/",
                "http://127.0.0.0x/",
                "http://08.8.8.8/",
                "http://[::1]/",
                "http://[0:0:0:0:0:0:0:1]/",
                "http://[::]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[::ffff:a9fe:a9fe]/",
                "http://[::127.0.0.1]/",
                "http://[::7f00:1]/",
                "http://[::ffff:0:127.0.0.1]/",
                "http://[64:ff9b::127.0.0.1]/",
                "http://[64:ff9b::a9fe:a9fe]/",
                "http://[64:ff9b:1::a00:1]/",
                "http://[2002:7f00:1::]/",
                "http://[2002:c0a8:101::1]/",
                "http://[2001:0:7f00:1::]/",
                "http://[2001:db8::1]/",
                "http://[3fff::1]/",
                "http://[fc00::1]/",
                "http://[fd00:ec2::254]/",
                "http://[fe80::1]/",
                "http://[fe80::1%25eth0]/",
                "http://[fe80::1%eth0]/",
                "http://[fec0::1]/",
                "http://[ff02::1]/",
                "http://[100::1]/",
                "http://[2600:1f18::5efe:10.0.0.1]/",
                "http://localhost/",
                "http://LOCALHOST/",
                "http://localhost./",
                "http://a.localhost/",
                "http://printer/",
                "http://printer.local/",
                "http://metadata/",
                "http://metadata.google.internal/",
                "http://metadata.google.internal./",
                "http://wiki.corp/",
                "http://router.home.arpa/",
                "http://abcdefghijklmnop.onion/",
                "http://a-10-0-0-1.example/",
                "http://a-127-0-0-1.example./",
                "http://a-169-254-169-254.example/",
                "http://v6-fd00-ec2--254.example/",
                "http://v6---ffff-10.0.0.1.example/",
                "http://mixed.example/",
                "http://public.example:22/",
                "http://public.example:25/",
                "http://public.example:6379/",
                "http://public.example:11211/",
                "http://user:password@127.0.0.1/",
                "http://public.example@127.0.0.1/",
                "http:\\\\127.0.0.1\\",
                "http:///127.0.0.1/",
                "http:127.0.0.1/",
                "ftp://public.example/",
                "file:///etc/passwd",
                "gopher://127.0.0.1:6379/_INFO",
                "javascript:alert(1)",
                "data:text/html,x",
                "jar:http://public.example/a.jar!/",
                "",
                "http://",
                "http://[::1",
                "http://pub lic.example/",
                "http://public.example:99999/",
            })
    void nothingIsAskedOfANetworkThatIsNotPublic(String url) {
        assertThat(fetcher.fetch(url))
                .isInstanceOfAny(
                        FetchFailure.NotAllowed.class,
                        FetchFailure.NotHttp.class,
                        FetchFailure.DnsFailed.class)
                .isInstanceOfSatisfying(
                        FetchFailure.class,
                        failure -> assertThat(failure.sentence()).endsWith("."));
        if (!url.contains(".example")) {
            assertThat(asked).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8,true",
        "172.32.0.1,true",
        "172.15.255.255,true",
        "100.63.255.255,true",
        "100.128.0.1,true",
        "192.0.1.1,true",
        "192.167.255.255,true",
        "198.17.255.255,true",
        "198.20.0.1,true",
        "223.255.255.255,true",
        "2606:4700::1111,true",
        "2a00:1450:4001:82a::200e,true",
        "2001:200::1,true",
        "64:ff9b::8.8.8.8,true",
        "64:ff9b::10.0.0.1,false",
        "1fff::1,false",
        "4000::1,false",
        "9.255.255.255,true",
        "11.0.0.0,true",
        "169.253.255.255,true",
        "169.255.0.0,true",
        "2001:1ff:ffff::1,false",
        "3ffe:ffff::1,true"
    })
    void theBlocksEndWhereTheyShould(String address, boolean allowed) {
        assertThat(GuardAddresses.isPublic(InetAddress.ofLiteral(address))).isEqualTo(allowed);
    }

    @Test
    void aConnectionIsMadeToNoOtherAddressEvenIfSomebodyAsksForOne() {
        var guard = new Guard(false);
        assertThat(guard.isAllowed(at("127.0.0.1", 80))).isFalse();
        assertThat(guard.isAllowed(InetSocketAddress.createUnresolved("site.example", 80)))
                .isFalse();
        assertThat(guard.isAllowed(at("8.8.8.8", 80))).isTrue();
        assertThat(new Guard(true).isAllowed(at("127.0.0.1", 80))).isTrue();
        assertThat(new Guard(true).isAllowed(at("10.0.0.1", 80))).isFalse();
        assertThat(new GuardSockets(guard, 10).createSocket())
                .satisfies(socket ->
                        assertThatThrownBy(() -> socket.connect(at("127.0.0.1", 1), 10))
                                .isInstanceOf(GuardSockets.Forbidden.class));
    }

    private static InetSocketAddress at(String address, int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(address), port);
    }

    @Test
    void sentencesNameTheHostAndNothingOfWhatFollows() {
        assertThat(fetcher.fetch("http://user:secret@10.0.0.1/?token=secret"))
                .isEqualTo(
                        new FetchFailure.NotAllowed(
                                "10.0.0.1 leads into a network that is not public.", false));
        assertThat(fetcher.fetch("http://public.example:22/?token=secret"))
                .isEqualTo(
                        new FetchFailure.NotAllowed(
                                "Port 22 of public.example is none at which pages are found.",
                                false));
        assertThat(fetcher.fetch("http://nowhere.example/?token=secret"))
                .isEqualTo(new FetchFailure.DnsFailed("nowhere.example", false));
    }
}
