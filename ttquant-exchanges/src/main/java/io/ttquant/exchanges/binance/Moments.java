package io.ttquant.exchanges.binance;

/** When an event happened. */
final class Moments {
    private Moments() {}

    /** The matching engine's time, else when the event was sent, else the time of receipt; not after receipt. */
    static long happened(BinanceEnvelope frame, long tsInit) {
        return frame.has(MarketFields.TIME) ? time(frame, MarketFields.TIME, tsInit) : sent(frame, tsInit);
    }

    /** When the event was sent, else the time of receipt; not after receipt. */
    static long sent(BinanceEnvelope frame, long tsInit) {
        return frame.has(MarketFields.EVENT_TIME) ? time(frame, MarketFields.EVENT_TIME, tsInit) : tsInit;
    }

    private static long time(BinanceEnvelope frame, int field, long tsInit) {
        return Math.min(tsInit, frame.at(field).time());
    }
}
