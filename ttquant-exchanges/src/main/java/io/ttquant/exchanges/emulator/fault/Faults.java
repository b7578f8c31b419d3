package io.ttquant.exchanges.emulator.fault;

import io.ttquant.exchanges.emulator.server.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is to go wrong at a front, and what did. Faults are armed for requests or frames and happen to the first that they are meant for; what is armed
 * first happens first. To be used on the exchange's thread.
 *
 * <pre>{@code
 * faults.next("POST", "/api/v3/order", new RequestFault.LoseAnswer());
 * faults.frames("executionReport", new FrameFault.Lose(), 1);
 * faults.cutSockets();
 * }</pre>
 */
public final class Faults {
    private final List<Armed<Call, RequestFault>> requests = new ArrayList<>();
    private final List<Armed<String, FrameFault>> frames = new ArrayList<>();
    private final List<FaultySocket> sockets = new ArrayList<>();
    private @Nullable RandomFaults random;
    private boolean isSilent;
    private int refusedHandshakes;
    private long happened;

    /** None. */
    public Faults() {}

    /** Arms a fault for the next request of a method to a path. */
    public void next(String method, String path, RequestFault fault) {
        requests(call -> call.method().equals(method) && call.path().equals(path), fault, 1);
    }

    /**
     * Arms a fault for requests.
     *
     * @param isMeant for which
     * @param times how many of them, 1 or more
     */
    public void requests(Predicate<Call> isMeant, RequestFault fault, int times) {
        requests.add(new Armed<>(isMeant, fault, positive(times)));
    }

    /**
     * Arms a fault for texts of the exchange.
     *
     * @param part of the text by which it is known, such as {@code executionReport}
     * @param times how many of them, 1 or more
     */
    public void frames(String part, FrameFault fault, int times) {
        frames.add(new Armed<>(text -> text.contains(part), fault, positive(times)));
    }

    /** Lets faults happen at random from now on, beside those that are armed; null for none any more. */
    public void random(@Nullable RandomFaults faults) {
        random = faults;
    }

    /** Breaks all WebSockets that are open, without a word. */
    public void cutSockets() {
        happened += sockets.size();
        List.copyOf(sockets).forEach(FaultySocket::cut);
    }

    /** Makes all WebSockets, open ones and new ones, say and hear nothing, though they stay open; or lets them speak again. */
    public void silence(boolean isSilent) {
        this.isSilent = isSilent;
    }

    /** Refuses the next handshakes of WebSockets. */
    public void refuseHandshakes(int times) {
        refusedHandshakes = positive(times);
    }

    /** Takes all faults back that did not happen. */
    public void clear() {
        requests.clear();
        frames.clear();
        random = null;
        isSilent = false;
        refusedHandshakes = 0;
    }

    /** How many faults happened. */
    public long happened() {
        return happened;
    }

    /** Faults that are armed and did not happen yet: a test that ends with some did not test them. */
    public int armed() {
        return requests.size() + frames.size();
    }

    boolean isSilent() {
        return isSilent;
    }

    @Nullable
    RequestFault of(Call call) {
        RequestFault fault = take(requests, call);
        RandomFaults drawn = random;
        if (fault == null && drawn != null) {
            fault = drawn.request(call);
            happened += fault == null ? 0 : 1;
        }
        return fault;
    }

    @Nullable
    FrameFault of(String text) {
        FrameFault fault = take(frames, text);
        RandomFaults drawn = random;
        if (fault == null && drawn != null) {
            fault = drawn.frame();
            happened += fault == null ? 0 : 1;
        }
        return fault;
    }

    boolean takesHandshake() {
        if (refusedHandshakes == 0) {
            return true;
        }
        refusedHandshakes--;
        happened++;
        return false;
    }

    void opened(FaultySocket socket) {
        sockets.add(socket);
    }

    void closed(FaultySocket socket) {
        sockets.remove(socket);
    }

    private <S, F> @Nullable F take(List<Armed<S, F>> armed, S subject) {
        for (Armed<S, F> one : armed) {
            if (one.takes(subject)) {
                happened++;
                armed.removeIf(Armed::isSpent);
                return one.fault();
            }
        }
        return null;
    }

    private static int positive(int times) {
        if (times < 1) {
            throw new IllegalArgumentException("a fault that happens " + times + " times is none; write 1 or more");
        }
        return times;
    }
}
