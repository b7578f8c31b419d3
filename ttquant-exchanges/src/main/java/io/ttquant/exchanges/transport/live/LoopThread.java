package io.ttquant.exchanges.transport.live;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.core.live.LiveLoop;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * The thread of a {@link LiveLoop}, for networks, streams and budgets. Its time is the loop's, and its waits are the loop's waits.
 *
 * <p>A loop has two lanes. Market data goes by {@link #of}; a network that carries orders, answers and news of the account goes by {@link #first}, so that
 * none of them stands behind a backlog of market data. Each lane keeps its order, between the two there is none: what must stay in order goes by one.
 */
public final class LoopThread implements EngineThread {
    private final LiveLoop loop;
    private final Executor lane;

    private LoopThread(LiveLoop loop, Executor lane) {
        this.loop = loop;
        this.lane = lane;
    }

    /** The lane of market data. */
    public static LoopThread of(LiveLoop loop) {
        return new LoopThread(loop, loop);
    }

    /** The lane that overtakes it: what is known of orders, and what reduces risk. */
    public static LoopThread first(LiveLoop loop) {
        return new LoopThread(loop, loop::executeFirst);
    }

    @Override
    public EngineThread first() {
        return first(loop);
    }

    @Override
    public void execute(Runnable task) {
        lane.execute(task);
    }

    /** @throws IllegalArgumentException if the delay is negative */
    @Override
    public Timeout schedule(Duration delay, Runnable task) {
        return loop.schedule(delay, task)::run;
    }

    @Override
    public long nanos() {
        return loop.nanos();
    }
}
