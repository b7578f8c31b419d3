package io.ttquant.exchanges.emulator.server;

import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The WebSockets of a server that are open, so that it can end them with itself. Safe for all threads. */
final class OpenSockets {
    private static final Logger LOG = LoggerFactory.getLogger(OpenSockets.class);

    private final Set<WebSocketChannel> channels = ConcurrentHashMap.newKeySet();
    private final AtomicLong opened = new AtomicLong();

    /** Adds one that the exchange's thread will hear of before anything that it is asked from now on. */
    void add(WebSocketChannel channel) {
        channels.add(channel);
        opened.incrementAndGet();
        channel.addCloseTask(channels::remove);
    }

    /** How many there were in all. */
    long opened() {
        return opened.get();
    }

    int count() {
        return channels.size();
    }

    void closeAll() {
        for (WebSocketChannel channel : channels) {
            try {
                WebSockets.sendCloseBlocking(CloseMessage.GOING_AWAY, "the exchange closes", channel);
                channel.close();
            } catch (IOException broken) {
                LOG.debug("A socket broke while it was closed", broken);
            }
        }
    }
}
