package io.ttquant.examples.live;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The threads of a run, with what stops each in order. */
final class VenueThreads {
    private final Map<VenueThread, Consumer<String>> stops;

    /**
     * Threads that were started.
     *
     * @param stops by thread, a task for that thread that ends it in order, for a reason
     */
    VenueThreads(Map<VenueThread, Consumer<String>> stops) {
        this.stops = stops;
    }

    /**
     * Waits for all of them.
     *
     * @param onInterrupt takes what is to run when the process is told to end
     * @return the status: 0 if all ended in order
     */
    int await(OnInterrupt onInterrupt) {
        onInterrupt.accept(this::stop);
        try {
            for (VenueThread thread : stops.keySet()) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        }
        return List.copyOf(stops.keySet()).stream().allMatch(VenueThread::isClean) ? 0 : 1;
    }

    private void stop() {
        stops.forEach((thread, stop) -> thread.first(() -> stop.accept("interrupted")));
        try {
            long end = System.nanoTime() + OnInterrupt.STOPPING.toNanos();
            for (VenueThread thread : stops.keySet()) {
                if (!thread.join(Duration.ofNanos(end - System.nanoTime()))) {
                    thread.line("does not end within " + OnInterrupt.STOPPING.toSeconds()
                            + " s; orders may be open, look at the exchange");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
