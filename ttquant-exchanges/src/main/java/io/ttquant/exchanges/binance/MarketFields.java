package io.ttquant.exchanges.binance;

/** The fields of events on market streams. One letter means different things in different events. */
final class MarketFields {
    static final int TYPE = BinanceEnvelope.OWN;
    static final int EVENT_TIME = TYPE + 1;
    static final int SYMBOL = TYPE + 2;
    /** Of the trade, or of the matching engine; of {@code markPriceUpdate} the next funding. */
    static final int TIME = TYPE + 3;

    static final int PRICE = TYPE + 4;
    static final int QUANTITY = TYPE + 5;
    static final int BUYER_IS_MAKER = TYPE + 6;
    static final int TRADE_KIND = TYPE + 7;
    /** Best bid or changed bids. */
    static final int BID = TYPE + 8;

    static final int BID_QUANTITY = TYPE + 9;
    /** Best ask or changed asks. */
    static final int ASK = TYPE + 10;

    static final int ASK_QUANTITY = TYPE + 11;
    static final int LAST_ID = TYPE + 12;
    static final int FIRST_ID = TYPE + 13;
    static final int PREVIOUS_ID = TYPE + 14;
    static final int BAR = TYPE + 15;
    static final int INDEX_PRICE = TYPE + 16;
    static final int FUNDING_RATE = TYPE + 17;
    static final int SNAPSHOT_ID = TYPE + 18;
    static final int BIDS = TYPE + 19;
    static final int ASKS = TYPE + 20;
    static final int TRADE_ID = TYPE + 21;

    private static final String[] NAMES = {
        "e",
        "E",
        "s",
        "T",
        "p",
        "q",
        "m",
        "X",
        "b",
        "B",
        "a",
        "A",
        "u",
        "U",
        "pu",
        "k",
        "i",
        "r",
        "lastUpdateId",
        "bids",
        "asks",
        "t"
    };

    private MarketFields() {}

    static BinanceEnvelope envelope() {
        return new BinanceEnvelope(NAMES);
    }
}
