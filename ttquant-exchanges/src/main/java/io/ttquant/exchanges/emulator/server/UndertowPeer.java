package io.ttquant.exchanges.emulator.server;

import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A WebSocket of the server: hands texts to the exchange's thread, and queues what is sent until the socket takes it. */
final class UndertowPeer extends AbstractReceiveListener implements Peer {
    private static final Logger LOG = LoggerFactory.getLogger(UndertowPeer.class);
    /** Bytes that may wait for a client that does not read, before it is cut off. */
    private static final long MOST_WAITING = 64L << 20;

    private final WebSocketChannel channel;
    private final Turns turns;
    private final SocketFront socket;
    private final AtomicLong waiting = new AtomicLong();

    UndertowPeer(WebSocketChannel channel, Turns turns, SocketFront socket) {
        this.channel = channel;
        this.turns = turns;
        this.socket = socket;
    }

    /** To be called on the I/O thread, before it reads anything. */
    void start() {
        turns.execute(() -> socket.opened(this));
        channel.addCloseTask(closed -> turns.execute(socket::closed));
        channel.getReceiveSetter().set(this);
        channel.resumeReceives();
    }

    @Override
    protected void onFullTextMessage(WebSocketChannel from, BufferedTextMessage message) {
        String text = message.getData();
        turns.execute(() -> socket.text(text));
    }

    @Override
    protected long getMaxTextBufferSize() {
        return 1 << 20;
    }

    @Override
    public void send(String text) {
        if (!channel.isOpen()) {
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (waiting.addAndGet(bytes.length) > MOST_WAITING) {
            LOG.warn("A client does not read: {} bytes wait for it, it is cut off", waiting.get());
            org.xnio.IoUtils.safeClose(channel);
            return;
        }
        WebSockets.sendText(ByteBuffer.wrap(bytes), channel, new Sent(bytes.length));
    }

    @Override
    public void ping() {
        if (channel.isOpen()) {
            WebSockets.sendPing(ByteBuffer.allocate(0), channel, null);
        }
    }

    @Override
    public void close(int code, String reason) {
        if (channel.isOpen()) {
            WebSockets.sendClose(code, reason, channel, null);
        }
    }

    private final class Sent implements WebSocketCallback<Void> {
        private final int bytes;

        Sent(int bytes) {
            this.bytes = bytes;
        }

        @Override
        public void complete(WebSocketChannel to, Void nothing) {
            waiting.addAndGet(-bytes);
        }

        @Override
        public void onError(WebSocketChannel to, Void nothing, Throwable broken) {
            waiting.addAndGet(-bytes);
            LOG.debug("A socket broke while it was sent to", broken);
        }
    }
}
