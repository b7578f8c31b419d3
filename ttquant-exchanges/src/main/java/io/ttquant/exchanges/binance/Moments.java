package io.ttquant.exchanges.binance;

/** When an event happened. */
final class Moments {
    private Moments() {}

    /**
     * The matching engine's time, else when the event was sent, else the time of receipt; not after receipt. A time
     * that is null, empty or 0 is none.
     */
    static long happened(BinanceEnvelope frame, long tsInit) {
        long told = frame.fields.timeOrZero(frame.cursor, MarketFields.TIME);
        return told > 0 ? Math.min(tsInit, told) : sent(frame, tsInit);
    }

    /** When the event was sent, else the time of receipt; not after receipt. */
    static long sent(BinanceEnvelope frame, long tsInit) {
        long told = frame.fields.timeOrZero(frame.cursor, MarketFields.EVENT_TIME);
        return told > 0 ? Math.min(tsInit, told) : tsInit;
    }
}
