package io.ttquant.api.exchange;

/** Bars of one series. */
public interface BarSink {
    /**
     * The first price of a bar, at the time it was traded. Historical sources call it before {@link #bar}, so that what was decided
     * at the last close can be executed at the open; no strategy sees it. Live sources do not call it.
     *
     * @param tsOpen start of the bar, epoch nanoseconds
     * @param rawOpen first price
     */
    void open(long tsOpen, long rawOpen);

    /**
     * A closed bar.
     *
     * @param tsOpen start of its interval, epoch nanoseconds
     * @param tsEvent its close, epoch nanoseconds
     * @param tsInit when we had it, not before {@code tsEvent}
     * @param rawOpen first price
     * @param rawHigh highest price
     * @param rawLow lowest price
     * @param rawClose last price
     * @param rawVolume quantity traded
     */
    void bar(
            long tsOpen,
            long tsEvent,
            long tsInit,
            long rawOpen,
            long rawHigh,
            long rawLow,
            long rawClose,
            long rawVolume);

    /**
     * A bar between whose open and close nothing else happens in any stream: the same as {@link #open} and then {@link #bar}, in one call.
     *
     * @param tsOpen start of its interval, epoch nanoseconds
     * @param tsEvent its close, epoch nanoseconds
     * @param tsInit when we had it, not before {@code tsEvent}
     * @param rawOpen first price
     * @param rawHigh highest price
     * @param rawLow lowest price
     * @param rawClose last price
     * @param rawVolume quantity traded
     */
    default void whole(
            long tsOpen,
            long tsEvent,
            long tsInit,
            long rawOpen,
            long rawHigh,
            long rawLow,
            long rawClose,
            long rawVolume) {
        open(tsOpen, rawOpen);
        bar(tsOpen, tsEvent, tsInit, rawOpen, rawHigh, rawLow, rawClose, rawVolume);
    }
}
