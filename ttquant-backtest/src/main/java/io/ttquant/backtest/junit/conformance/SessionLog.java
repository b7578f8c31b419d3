package io.ttquant.backtest.junit.conformance;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.SessionListener;
import io.ttquant.api.market.InstrumentId;
import java.util.ArrayList;
import java.util.List;

/** Notes what becomes of a session, and finds what may not. */
final class SessionLog implements SessionListener {
    /** What may not be, a sentence each. */
    final List<String> wrong = new ArrayList<>();

    /** Whether the world goes on at present: only then may the session call. */
    boolean isTaken;

    private final Thread thread = Thread.currentThread();
    private int ready;
    private boolean isTrading;
    private String failure = "";

    boolean isReady() {
        return ready > 0;
    }

    boolean isTrading() {
        return isTrading;
    }

    /** Why the session failed; empty if it did not. */
    String failure() {
        return failure;
    }

    private void called(String what) {
        require(
                Thread.currentThread() == thread,
                what + " was called on thread " + Thread.currentThread().getName()
                        + "; a listener is called on the engine's thread, " + thread.getName());
        require(
                isTaken || Thread.currentThread() != thread,
                what + " was called inside a call of the engine's; a listener is called when the world goes on");
        require(failure.isEmpty(), what + " was called after failed(); nothing comes after that");
    }

    private void require(boolean isSo, String otherwise) {
        if (!isSo) {
            wrong.add(otherwise);
        }
    }

    private void requireWhy(String what, String why) {
        require(!why.isBlank(), what + " does not say why: it has no phrase for people");
    }

    @Override
    public void ready() {
        called("ready()");
        require(++ready == 1, "ready() was called " + ready + " times; a session becomes ready once");
    }

    @Override
    public void trading(boolean now, String why) {
        called("trading(" + now + ")");
        require(isReady(), "trading(" + now + ") was called before ready()");
        requireWhy("trading(" + now + ")", why);
        isTrading = now;
    }

    @Override
    public void marketData(InstrumentId instrument, Capability kind, boolean isLive) {
        called("marketData(" + instrument + ", " + kind + ", " + isLive + ")");
    }

    @Override
    public void failed(String reason) {
        called("failed()");
        requireWhy("failed()", reason);
        failure = reason.isBlank() ? "for no reason" : reason;
    }
}
