package io.ttquant.exchanges.emulator.server;

import java.time.Duration;

/** The exchange's thread as its fronts see it: work that is done there, soon or later. */
public interface Turns {
    /** Does something on the exchange's thread, behind what was asked for before. May be called on any thread. */
    void execute(Runnable work);

    /** Does something once a time has passed. */
    void after(Duration delay, Runnable work);

    /** Does something each time that a period has passed, as long as the exchange runs. */
    default void every(Duration period, Runnable work) {
        after(period, () -> {
            work.run();
            every(period, work);
        });
    }
}
