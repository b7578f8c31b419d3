package io.ttquant.exchanges.run;

/** Takes what people read while a run goes on, a line at a time. Called on the thread of the venue's engine. */
@FunctionalInterface
public interface LineSink {
    /**
     * A line.
     *
     * @param nanos when, epoch nanoseconds
     * @param venue at which venue
     * @param text one line, without secrets
     */
    void line(long nanos, String venue, String text);
}
