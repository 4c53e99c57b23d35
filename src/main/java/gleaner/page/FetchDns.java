package gleaner.page;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Where names lead.
@FunctionalInterface
public interface FetchDns {

    /// Every address of a host; may take as long as it likes, nobody waits beyond the fetch's own
    /// time.
    ///
    /// @throws UnknownHostException where there is none, or nobody to ask
    List<InetAddress> lookup(String host) throws UnknownHostException;

    /// As this machine looks names up.
    static FetchDns system() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
