package io.ttquant.exchanges.transport.okhttp;

import io.ttquant.exchanges.transport.Addresses;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/** Names of the system, where a name of this machine, for which TLS is not demanded, cannot lead elsewhere. */
final class LoopbackNames implements Dns {
    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> found = Dns.SYSTEM.lookup(host);
        if (!Addresses.isLoopback(host)) {
            return found;
        }
        List<InetAddress> here =
                found.stream().filter(InetAddress::isLoopbackAddress).toList();
        if (here.isEmpty()) {
            throw new UnknownHostException(host + " is not this machine: repair the names of the system");
        }
        return here;
    }
}
