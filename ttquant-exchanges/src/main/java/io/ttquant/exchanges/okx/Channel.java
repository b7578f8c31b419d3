package io.ttquant.exchanges.okx;

import io.ttquant.exchanges.json.JsonCursor;
import io.ttquant.exchanges.json.Names;
import io.ttquant.exchanges.json.PlainReader;

/** The channels with market data, in the order of their names; and candles, whose names go on with the venue's word for their length. */
enum Channel {
    TRADES("trades"),
    ALL_TRADES("trades-all"),
    BEST("bbo-tbt"),
    BEST_LEVELS("books5"),
    BOOK("books"),
    BOOK_50("books50-l2-tbt"),
    BOOK_FAST("books-l2-tbt"),
    MARK("mark-price"),
    INDEX("index-tickers"),
    FUNDING("funding-rate"),
    TICKER("tickers"),
    ORDERS("orders"),
    ALGO_ORDERS("orders-algo"),
    ADVANCED_ALGO_ORDERS("algo-advance"),
    ACCOUNT("account"),
    POSITIONS("positions"),
    BALANCES_AND_POSITIONS("balance_and_position"),
    FILLS("fills"),
    LIQUIDATION_WARNING("liquidation-warning"),
    CANDLES(""),
    OTHER(" ");

    private static final Channel[] ALL = values();
    private static final Names NAMES = names();
    private static final byte[] CANDLE = {'c', 'a', 'n', 'd', 'l', 'e'};

    private final String word;

    Channel(String word) {
        this.word = word;
    }

    private static Names names() {
        String[] words = new String[ALL.length];
        for (Channel channel : ALL) {
            words[channel.ordinal()] = channel.word;
        }
        return Names.of(words);
    }

    /** The channel whose name was read last; {@link #OTHER} for candles too. */
    static Channel of(PlainReader reader) {
        int index = reader.choice(NAMES);
        return index >= 0 ? ALL[index] : OTHER;
    }

    /** The channel whose name the cursor stands at; what is after {@code candle} goes to {@code rest}, whose length is put in its last byte. */
    static Channel read(JsonCursor cursor, byte[] rest) {
        int index = cursor.choice(NAMES);
        if (index >= 0) {
            return ALL[index];
        }
        int length = cursor.copyText(rest);
        if (length <= CANDLE.length || length >= rest.length) {
            return OTHER;
        }
        for (int i = 0; i < CANDLE.length; i++) {
            if (rest[i] != CANDLE[i]) {
                return OTHER;
            }
        }
        System.arraycopy(rest, CANDLE.length, rest, 0, length - CANDLE.length);
        rest[rest.length - 1] = (byte) (length - CANDLE.length);
        return CANDLES;
    }
}
