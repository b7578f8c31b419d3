package io.ttquant.exchanges.emulator.fault;

import io.ttquant.exchanges.emulator.server.Peer;
import io.ttquant.exchanges.emulator.server.SocketFront;
import io.ttquant.exchanges.emulator.server.Turns;
import org.jspecify.annotations.Nullable;

/** One WebSocket on which things go wrong. */
final class FaultySocket implements SocketFront, Peer {
    private static final int ABNORMAL = 4000;

    private final SocketFront socket;
    private final Faults faults;
    private final Turns turns;
    private @Nullable Peer peer;
    private @Nullable String swapped;

    FaultySocket(SocketFront socket, Faults faults, Turns turns) {
        this.socket = socket;
        this.faults = faults;
        this.turns = turns;
    }

    void cut() {
        Peer other = peer;
        if (other != null) {
            other.close(ABNORMAL, "cut");
            closed();
        }
    }

    @Override
    public void opened(Peer other) {
        peer = other;
        faults.opened(this);
        socket.opened(this);
    }

    @Override
    public void text(String text) {
        if (!faults.isSilent()) {
            socket.text(text);
        }
    }

    @Override
    public void closed() {
        if (peer != null) {
            peer = null;
            faults.closed(this);
            socket.closed();
        }
    }

    @Override
    public void send(String text) {
        if (faults.isSilent()) {
            return;
        }
        FrameFault fault = faults.of(text);
        if (fault instanceof FrameFault.Swap && swapped == null) {
            swapped = text;
        } else if (fault instanceof FrameFault.Delay late) {
            turns.after(late.delay(), () -> pass(text));
        } else if (!(fault instanceof FrameFault.Lose)) {
            pass(fault instanceof FrameFault.Change changed ? changed.change().apply(text) : text);
            if (fault instanceof FrameFault.Twice) {
                pass(text);
            }
            passSwapped();
        }
    }

    @Override
    public void ping() {
        Peer other = peer;
        if (other != null && !faults.isSilent()) {
            other.ping();
        }
    }

    @Override
    public void close(int code, String reason) {
        Peer other = peer;
        if (other != null) {
            other.close(code, reason);
        }
    }

    private void passSwapped() {
        String behind = swapped;
        swapped = null;
        if (behind != null) {
            pass(behind);
        }
    }

    private void pass(String text) {
        Peer other = peer;
        if (other != null) {
            other.send(text);
        }
    }
}
