package io.ttquant.exchanges.scenario;

import io.ttquant.exchanges.emulator.server.Call;
import io.ttquant.exchanges.emulator.server.Front;
import io.ttquant.exchanges.emulator.server.Peer;
import io.ttquant.exchanges.emulator.server.Reply;
import io.ttquant.exchanges.emulator.server.SocketFront;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All that reached the exchange's door, before anything goes wrong behind it. */
public final class RequestLog implements Front {
    /** A request. */
    public record Entry(long nanos, Call call, int status) {}

    private final Front front;
    private final LongSupplier clock;
    private final List<Entry> calls = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private int handshakes;

    RequestLog(Front front, LongSupplier clock) {
        this.front = front;
        this.clock = clock;
    }

    /** Requests so far, oldest first. */
    public List<Entry> calls() {
        return calls;
    }

    /** Those of a kind. */
    public List<Entry> calls(Predicate<Call> kind) {
        return calls.stream().filter(entry -> kind.test(entry.call())).toList();
    }

    /** How many of a kind came. */
    public long count(Predicate<Call> kind) {
        return calls.stream().filter(entry -> kind.test(entry.call())).count();
    }

    /** How many were answered with a status. */
    public long statuses(int status) {
        return calls.stream().filter(entry -> entry.status() == status).count();
    }

    /** Texts on WebSockets so far, oldest first. */
    public List<String> texts() {
        return texts;
    }

    /** WebSockets that were asked for. */
    public int handshakes() {
        return handshakes;
    }

    /** A request of somebody else. */
    void unlogged(Call call) {
        front.answer(call);
    }

    @Override
    public boolean owns(String path) {
        return front.owns(path);
    }

    @Override
    public @Nullable Reply answer(Call call) {
        Reply reply = front.answer(call);
        calls.add(new Entry(clock.getAsLong(), call, reply == null ? 0 : reply.status()));
        return reply;
    }

    @Override
    public @Nullable SocketFront socket(Call handshake) {
        handshakes++;
        SocketFront socket = front.socket(handshake);
        return socket == null ? null : new Logged(socket);
    }

    private final class Logged implements SocketFront {
        private final SocketFront socket;

        Logged(SocketFront socket) {
            this.socket = socket;
        }

        @Override
        public void opened(Peer peer) {
            socket.opened(peer);
        }

        @Override
        public void text(String text) {
            texts.add(text);
            socket.text(text);
        }

        @Override
        public void closed() {
            socket.closed();
        }
    }
}
