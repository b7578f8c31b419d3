package io.ttquant.exchanges.session;

import io.ttquant.api.exchange.EngineThread;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Keeps a venue's cancel-all-after timer extended while a session is healthy. */
public final class DeadManTimer {
    /** Tells a venue to cancel the account's orders after a time, unless told again. */
    @FunctionalInterface
    public interface Port {
        /** Sets the timer anew; zero disarms it. */
        void extend(Duration timeout, Reply<Boolean> reply);
    }

    private DeadManTimer() {}

    public static DeadManTimer of(Port port, EngineThread thread, Duration timeout, Duration each, BooleanSupplier isHealthy) {
        return new DeadManTimer();
    }

    public void start() {}

    public void stop(boolean hasOpenOrders, boolean isOrderly) {}
}
