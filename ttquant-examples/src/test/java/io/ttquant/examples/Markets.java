package io.ttquant.examples;

import io.ttquant.api.market.Instrument;

/** Instruments as the venues have them. */
public final class Markets {
    public static final Instrument BTC = Instrument.spot("binance:BTCUSDT", "BTC", "USDT")
            .tick("0.01")
            .lot("0.00001")
            .minNotional("5")
            .build();
    public static final Instrument ETH = Instrument.spot("binance:ETHUSDT", "ETH", "USDT")
            .tick("0.01")
            .lot("0.0001")
            .minNotional("5")
            .build();
    public static final Instrument SOL = Instrument.spot("binance:SOLUSDT", "SOL", "USDT")
            .tick("0.01")
            .lot("0.001")
            .minNotional("5")
            .build();

    private Markets() {}
}
